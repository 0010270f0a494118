import 'reflect-metadata';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { validateSync } from 'class-validator';
import { Fault } from '@throughline/kernel';
import { Environment, VARIABLES } from './environment';

export interface KafkaConfiguration {
  readonly brokers: readonly string[];
  readonly sasl?: { readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512'; readonly username: string; readonly password: string };
  /** PEM texts, read from the files that the variables name; an empty object is TLS with the system's own trust. */
  readonly tls?: { readonly ca?: string; readonly cert?: string; readonly key?: string };
  /** Whether agencies may publish by Kafka as well. */
  readonly inbound: boolean;
}

export interface IdentityConfiguration {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What the hub runs by. Only this library knows the environment; every other part is told. */
export interface Configuration {
  readonly port: number;
  /** Scheme, host and port that the hub is known by outside, without a slash at the end. */
  readonly origin: string;
  /** Absolute. */
  readonly dataDir: string;
  /** Whether an empty log gets the demo history. */
  readonly demo: boolean;
  /** How many generated records stand in it beside the families that were written by hand. */
  readonly demoRecords: number;
  /** Absent: the embedded PostgreSQL. */
  readonly databaseUrl?: string;
  /** Absent: PostgreSQL is the log. */
  readonly kafka?: KafkaConfiguration;
  /** Absolute; absent: the demo's. */
  readonly partnershipsFile?: string;
  /** Absent: no mail is sent. */
  readonly mail?: { readonly url: string; readonly from: string };
  /** Absent: whoever runs the hub is not written to. */
  readonly operatorMail?: string;
  /** Days for which what was told to agencies is kept. Absent: 30. */
  readonly toldKeptDays?: number;
  /** Whether webhooks may be on this machine, and without TLS. */
  readonly webhooksToLoopback?: true;
  /** Whether a safeguard that is sent may be run over history (infra/decisions). */
  readonly whatIf: boolean;
  /** Absent: the demo's identity provider, started by the hub at `{origin}/idp`. */
  readonly identity?: IdentityConfiguration;
  /** What a system's token must be made out to. */
  readonly audience: string;
  readonly logLevel: string;
}

export interface BadVariable {
  readonly variable: string;
  readonly detail: string;
}

/** Some variables of the environment cannot be used. It names all of them, and never their values: some are secrets. */
export class ConfigurationInvalid extends Fault {
  readonly retriable = false;

  constructor(readonly variables: readonly BadVariable[]) {
    super(`the environment is not usable: ${variables.map(({ variable, detail }) => `${variable} ${detail}`).join('; ')}`);
  }
}

const FILES = ['KAFKA_TLS_CA', 'KAFKA_TLS_CERT', 'KAFKA_TLS_KEY', 'PARTNERSHIPS'] as const;

const faultsOf = (environment: Environment): readonly BadVariable[] => {
  const faults = validateSync(environment, { validationError: { target: false, value: false } }).map(({ property, constraints }) => ({
    variable: property,
    detail: Object.values(constraints ?? {})[0] ?? 'is not usable',
  }));
  const missing = FILES.filter((name) => environment[name] !== undefined && !existsSync(environment[name] ?? ''));
  const order = (name: string): number => VARIABLES.findIndex((variable) => variable === name);
  return [...faults, ...missing.map((variable) => ({ variable, detail: 'must be the path of a file that exists' }))].sort(
    (one, other) => order(one.variable) - order(other.variable),
  );
};

/** The given fields without those that are undefined: "not set" has one form. */
const present = <T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

const pem = (path: string | undefined): string | undefined => (path === undefined ? undefined : readFileSync(path, 'utf8'));

const kafkaOf = (env: Environment): KafkaConfiguration | undefined => {
  if (env.KAFKA_BROKERS === undefined) return undefined;
  const mechanism = env.KAFKA_SASL_MECHANISM as NonNullable<KafkaConfiguration['sasl']>['mechanism'] | undefined;
  const withTls = env.KAFKA_TLS === 'on' || (env.KAFKA_TLS === undefined && (env.KAFKA_TLS_CA ?? env.KAFKA_TLS_CERT) !== undefined);
  return present<KafkaConfiguration>({
    brokers: env.KAFKA_BROKERS.split(',').map((broker) => broker.trim()),
    sasl:
      mechanism === undefined ? undefined : { mechanism, username: env.KAFKA_SASL_USERNAME ?? '', password: env.KAFKA_SASL_PASSWORD ?? '' },
    tls: withTls ? present({ ca: pem(env.KAFKA_TLS_CA), cert: pem(env.KAFKA_TLS_CERT), key: pem(env.KAFKA_TLS_KEY) }) : undefined,
    inbound: env.KAFKA_INBOUND !== 'off',
  });
};

const identityOf = (env: Environment): IdentityConfiguration | undefined =>
  env.OIDC_ISSUER === undefined
    ? undefined
    : { issuer: env.OIDC_ISSUER, clientId: env.OIDC_CLIENT_ID ?? '', clientSecret: env.OIDC_CLIENT_SECRET ?? '' };

const absolute = (path: string | undefined): string | undefined => (path === undefined ? undefined : resolve(path));

/** Reads the environment once, at the start. Throws `ConfigurationInvalid` with every fault at once. */
export const readConfiguration = (environment: Readonly<Record<string, string | undefined>> = process.env): Configuration => {
  const env = new Environment();
  for (const name of VARIABLES) {
    const text = environment[name]?.trim() ?? '';
    if (text !== '') env[name] = text;
  }
  const faults = faultsOf(env);
  if (faults.length > 0) throw new ConfigurationInvalid(faults);
  const port = Number(env.PORT ?? 8080);
  const origin = new URL(env.ORIGIN ?? `http://localhost:${port}`).origin;
  return present<Configuration>({
    port,
    origin,
    dataDir: resolve(env.DATA_DIR ?? '.throughline'),
    demo: env.DEMO !== 'off',
    demoRecords: Number(env.DEMO_RECORDS ?? 20_000),
    databaseUrl: env.DATABASE_URL,
    kafka: kafkaOf(env),
    partnershipsFile: absolute(env.PARTNERSHIPS),
    mail: env.SMTP_URL === undefined ? undefined : { url: env.SMTP_URL, from: env.SMTP_FROM ?? '' },
    operatorMail: env.OPERATOR_MAIL,
    toldKeptDays: env.TOLD_KEPT_DAYS === undefined ? undefined : Number(env.TOLD_KEPT_DAYS),
    webhooksToLoopback: env.WEBHOOKS_TO_LOOPBACK === 'on' ? true : undefined,
    whatIf: env.WHAT_IF === undefined ? env.DATABASE_URL === undefined && env.KAFKA_BROKERS === undefined : env.WHAT_IF === 'on',
    identity: identityOf(env),
    audience: env.OIDC_AUDIENCE ?? origin,
    logLevel: env.LOG_LEVEL ?? 'info',
  });
};
