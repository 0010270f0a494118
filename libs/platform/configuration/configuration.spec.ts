import { resolve } from 'node:path';
import { type BadVariable, ConfigurationInvalid, readConfiguration } from './configuration';

const faults = (environment: Record<string, string>): readonly BadVariable[] => {
  try {
    readConfiguration(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationInvalid) return error.variables;
    throw error;
  }
};

const bad = (environment: Record<string, string>): string[] => faults(environment).map(({ variable }) => variable);

describe('the configuration', () => {
  it('needs nothing: an empty environment is the demo on this machine', () => {
    expect(readConfiguration({})).toEqual({
      port: 8080,
      origin: 'http://localhost:8080',
      dataDir: resolve('.throughline'),
      demo: true,
      demoRecords: 20_000,
      audience: 'http://localhost:8080',
      logLevel: 'info',
      whatIf: true,
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfiguration({ DATABASE_URL: '', KAFKA_BROKERS: ' ', DEMO: '' })).toEqual(readConfiguration({}));
  });

  it('reads a production environment', () => {
    const configuration = readConfiguration({
      PORT: '80',
      ORIGIN: 'https://hub.example/',
      DEMO: 'off',
      DEMO_RECORDS: '0',
      DATABASE_URL: 'postgres://hub:secret@db.internal:5432/hub',
      KAFKA_BROKERS: 'k1.internal:9092, k2.internal:9092',
      KAFKA_SASL_MECHANISM: 'scram-sha-512',
      KAFKA_SASL_USERNAME: 'hub',
      KAFKA_SASL_PASSWORD: 'secret',
      KAFKA_TLS: 'on',
      KAFKA_INBOUND: 'off',
      PARTNERSHIPS: 'package.json',
      OIDC_ISSUER: 'https://login.example/realm',
      OIDC_CLIENT_ID: 'hub',
      OIDC_CLIENT_SECRET: 'secret',
    });
    expect(configuration).toMatchObject({
      port: 80,
      origin: 'https://hub.example',
      audience: 'https://hub.example',
      demo: false,
      demoRecords: 0,
      kafka: { brokers: ['k1.internal:9092', 'k2.internal:9092'], sasl: { mechanism: 'scram-sha-512', username: 'hub' }, tls: {}, inbound: false },
      partnershipsFile: resolve('package.json'),
      identity: { issuer: 'https://login.example/realm', clientId: 'hub' },
    });
  });

  it('names every bad variable at once, and no value', () => {
    const environment = {
      PORT: '70000',
      DEMO: 'perhaps',
      DATABASE_URL: 'mysql://u:hunter2@h/d',
      KAFKA_BROKERS: 'nowhere',
      PARTNERSHIPS: 'no/such.yaml',
    };
    expect(bad(environment)).toEqual(['PORT', 'DEMO', 'DATABASE_URL', 'KAFKA_BROKERS', 'PARTNERSHIPS']);
    const message = new ConfigurationInvalid(faults(environment)).message;
    for (const value of Object.values(environment)) expect(message).not.toContain(value);
  });

  it('refuses half of what belongs together', () => {
    expect(bad({ KAFKA_BROKERS: 'k:9092', KAFKA_SASL_MECHANISM: 'plain' })).toEqual(['KAFKA_SASL_USERNAME', 'KAFKA_SASL_PASSWORD']);
    expect(bad({ KAFKA_BROKERS: 'k:9092', KAFKA_TLS_CERT: 'package.json' })).toEqual(['KAFKA_TLS_KEY']);
    expect(bad({ KAFKA_TLS: 'on' })).toEqual(['KAFKA_BROKERS']);
    expect(bad({ OIDC_ISSUER: 'https://login.example' })).toEqual(['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']);
  });

  it('takes where whoever runs the hub is written to, and for how long what was told is kept', () => {
    expect(readConfiguration({ OPERATOR_MAIL: 'hub@ops.example', TOLD_KEPT_DAYS: '90' })).toMatchObject({
      operatorMail: 'hub@ops.example',
      toldKeptDays: 90,
    });
    expect(bad({ OPERATOR_MAIL: 'nobody', TOLD_KEPT_DAYS: '0' })).toEqual(['OPERATOR_MAIL', 'TOLD_KEPT_DAYS']);
  });

  it.each(['0', '1', '8080', '65535'])('takes port %s', (PORT) => expect(readConfiguration({ PORT }).port).toBe(Number(PORT)));
  it.each(['-1', '65536', '080', '80a', '1e3'])('refuses port %s', (PORT) => expect(bad({ PORT })).toEqual(['PORT']));
});
