import { Fault } from '@throughline/kernel';

/** The hub refused what the demo asked of it. */
export class DemoRefused extends Fault {
  readonly retriable = false;
}

/** A token of one of the demo's systems: an agency's by its code, or the operator's. */
export const bearerOf = async (issuer: string, client: string): Promise<string> => {
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: {
      Authorization: `Basic ${Buffer.from(`${client}:demo-${client}`).toString('base64')}`,
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
  });
  if (!response.ok) throw new DemoRefused(`the identity provider answered ${response.status}`);
  const { access_token } = (await response.json()) as { access_token: string };
  return access_token;
};
