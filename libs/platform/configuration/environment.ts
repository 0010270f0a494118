import { IsEmail, IsIn, IsOptional, IsUrl, Matches, ValidateIf } from 'class-validator';

const BROKERS = /^[A-Za-z0-9._-]+:\d{1,5}(,\s*[A-Za-z0-9._-]+:\d{1,5})*$/;
const web = { protocols: ['http', 'https'], require_tld: false, require_protocol: true };
const database = { protocols: ['postgres', 'postgresql'], require_tld: false, require_protocol: true, require_host: false };

const mailServer = { protocols: ['smtp', 'smtps'], require_tld: false, require_protocol: true };
const SASL = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;
const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const isSetBeside =
  (...others: (keyof Environment)[]) =>
  (environment: Environment): boolean =>
    others.some((name) => environment[name] !== undefined);

/** Every variable that the hub reads, under its own name, as text (contract.md, section 6). An empty one counts as not set. */
export class Environment {
  @IsOptional()
  @Matches(/^(0|[1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5])$/, { message: 'must be a port number, 0 to 65535' })
  PORT?: string;

  /** The address that the hub is known by outside; tokens and links name it. Without it `http://localhost:{PORT}`. */
  @IsOptional()
  @IsUrl(web, { message: 'must be an http or https address' })
  ORIGIN?: string;

  DATA_DIR?: string;

  @IsOptional()
  @IsIn(['on', 'off'], { message: 'must be on or off' })
  DEMO?: string;

  /** How many generated records the demo history has beside its families that were written by hand. */
  @IsOptional()
  @Matches(/^(0|[1-9]\d{0,6})$/, { message: 'must be a whole number, 0 to 9999999' })
  DEMO_RECORDS?: string;

  @IsOptional()
  @IsUrl(database, { message: 'must be an address like postgres://user@host:5432/database' })
  DATABASE_URL?: string;

  @ValidateIf(isSetBeside('KAFKA_BROKERS', 'KAFKA_SASL_MECHANISM', 'KAFKA_TLS', 'KAFKA_TLS_CA', 'KAFKA_TLS_CERT'))
  @Matches(BROKERS, { message: 'must be host:port, several separated by commas, where any KAFKA_ variable is set' })
  KAFKA_BROKERS?: string;

  @ValidateIf(isSetBeside('KAFKA_SASL_MECHANISM', 'KAFKA_SASL_USERNAME', 'KAFKA_SASL_PASSWORD'))
  @IsIn(SASL, { message: `must be one of ${SASL.join(', ')} where the others of KAFKA_SASL_ are set` })
  KAFKA_SASL_MECHANISM?: string;

  @ValidateIf(isSetBeside('KAFKA_SASL_MECHANISM', 'KAFKA_SASL_USERNAME', 'KAFKA_SASL_PASSWORD'))
  @Matches(/./, { message: 'must be set where the others of KAFKA_SASL_ are' })
  KAFKA_SASL_USERNAME?: string;

  @ValidateIf(isSetBeside('KAFKA_SASL_MECHANISM', 'KAFKA_SASL_USERNAME', 'KAFKA_SASL_PASSWORD'))
  @Matches(/./, { message: 'must be set where the others of KAFKA_SASL_ are' })
  KAFKA_SASL_PASSWORD?: string;

  @IsOptional()
  @IsIn(['on', 'off'], { message: 'must be on or off' })
  KAFKA_TLS?: string;

  /** Paths of PEM files: whom to trust, and who the hub is. */
  KAFKA_TLS_CA?: string;

  @ValidateIf(isSetBeside('KAFKA_TLS_CERT', 'KAFKA_TLS_KEY'))
  @Matches(/./, { message: 'must be set where KAFKA_TLS_KEY is' })
  KAFKA_TLS_CERT?: string;

  @ValidateIf(isSetBeside('KAFKA_TLS_CERT', 'KAFKA_TLS_KEY'))
  @Matches(/./, { message: 'must be set where KAFKA_TLS_CERT is' })
  KAFKA_TLS_KEY?: string;

  PARTNERSHIPS?: string;

  /** The mail server, `smtp://user:password@host:587` or `smtps://…`; without it no mail is sent. */
  @IsOptional()
  @IsUrl(mailServer, { message: 'must be an address like smtp://user@host:587' })
  SMTP_URL?: string;

  /** The address that mail comes from. */
  @ValidateIf(isSetBeside('SMTP_URL', 'SMTP_FROM'))
  @IsEmail({}, { message: 'must be a mail address where SMTP_URL is set' })
  SMTP_FROM?: string;

  /** Where whoever runs the hub is written to about agencies that are not reached; without it they see it in the portal alone. */
  @ValidateIf(isSetBeside('OPERATOR_MAIL'))
  @IsEmail({}, { message: 'must be a mail address' })
  OPERATOR_MAIL?: string;

  /** Days for which what was told to agencies is kept: events to resume from, and messages that arrived. */
  @IsOptional()
  @Matches(/^([1-9]\d{0,3})$/, { message: 'must be a whole number of days, 1 to 9999' })
  TOLD_KEPT_DAYS?: string;

  /** Whether agencies may publish by Kafka as well; the hub then makes two topics for each of them. */
  @IsOptional()
  @IsIn(['on', 'off'], { message: 'must be on or off' })
  KAFKA_INBOUND?: string;

  /** Lets webhooks be on this machine, and without TLS; for tests alone. */
  @IsOptional()
  @IsIn(['on', 'off'], { message: 'must be on or off' })
  WEBHOOKS_TO_LOOPBACK?: string;

  /** Whether an operator may try a safeguard that they send over history; without it only on the embedded log and database. */
  @IsOptional()
  @IsIn(['on', 'off'], { message: 'must be on or off' })
  WHAT_IF?: string;

  /** The OpenID provider that signs people and systems in; without it the hub starts the demo's own. */
  @IsOptional()
  @IsUrl(web, { message: 'must be an http or https address' })
  OIDC_ISSUER?: string;

  @ValidateIf(isSetBeside('OIDC_ISSUER', 'OIDC_CLIENT_SECRET'))
  @Matches(/./, { message: 'must be set where OIDC_ISSUER is' })
  OIDC_CLIENT_ID?: string;

  @ValidateIf(isSetBeside('OIDC_ISSUER', 'OIDC_CLIENT_ID'))
  @Matches(/./, { message: 'must be set where OIDC_ISSUER is' })
  OIDC_CLIENT_SECRET?: string;

  /** What a system's token must be made out to; without it the hub's origin. */
  OIDC_AUDIENCE?: string;

  @IsOptional()
  @IsIn(LEVELS, { message: `must be one of ${LEVELS.join(', ')}` })
  LOG_LEVEL?: string;
}

/** The names of all variables, in the order in which a person would look for them. */
export const VARIABLES = [
  'PORT',
  'ORIGIN',
  'DATA_DIR',
  'DEMO',
  'DEMO_RECORDS',
  'DATABASE_URL',
  'KAFKA_BROKERS',
  'KAFKA_SASL_MECHANISM',
  'KAFKA_SASL_USERNAME',
  'KAFKA_SASL_PASSWORD',
  'KAFKA_TLS',
  'KAFKA_TLS_CA',
  'KAFKA_TLS_CERT',
  'KAFKA_TLS_KEY',
  'KAFKA_INBOUND',
  'PARTNERSHIPS',
  'SMTP_URL',
  'SMTP_FROM',
  'OPERATOR_MAIL',
  'TOLD_KEPT_DAYS',
  'WEBHOOKS_TO_LOOPBACK',
  'WHAT_IF',
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'OIDC_AUDIENCE',
  'LOG_LEVEL',
] as const satisfies readonly (keyof Environment)[];
