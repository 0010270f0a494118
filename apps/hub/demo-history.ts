import { setTimeout as pause } from 'node:timers/promises';
import { Fault } from '@throughline/kernel';
import { demoHistory } from '@throughline/infra/demo';
import type { Logger } from 'pino';

/** The demo history was refused by intake. */
export class DemoRefused extends Fault {
  readonly retriable = false;
}

const BATCH = 200;

const token = async (issuer: string): Promise<string> => {
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: {
      Authorization: `Basic ${Buffer.from('operator:demo-operator').toString('base64')}`,
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
  });
  if (!response.ok) throw new DemoRefused(`the identity provider answered ${response.status}`);
  const { access_token } = (await response.json()) as { access_token: string };
  return access_token;
};

/** Imports the demo history through the ordinary intake, as any agency's back-loading would be, and says what it does. */
export const importDemoHistory = async (origin: string, issuer: string, logger: Logger): Promise<void> => {
  const lines = await demoHistory();
  const bearer = await token(issuer);
  logger.info({ records: lines.length }, 'importing the demo history');
  let stored = 0;
  for (let from = 0; from < lines.length;) {
    const batch = lines.slice(from, from + BATCH);
    const response = await fetch(`${origin}/v1/records`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/cloudevents-batch+json' },
      body: `[${batch.join(',')}]`,
    });
    if (response.status === 429 || response.status === 503) {
      await pause(500);
      continue;
    }
    if (!response.ok) throw new DemoRefused(`intake answered ${response.status} for the demo history`);
    from += batch.length;
    stored += ((await response.json()) as { accepted: number }).accepted;
    logger.info({ imported: from, of: lines.length }, 'importing the demo history');
  }
  logger.info({ stored }, 'the demo history is imported');
};
