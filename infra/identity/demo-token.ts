import { Fault } from '@throughline/kernel';

/** The demo's identity provider gave no token. */
export class TokenRefused extends Fault {
  readonly retriable = false;
}

/** A token for one of the demo's systems: an agency's by its code, or one of the other clients of the partnerships file. Its secret is no secret. */
export const demoToken = async (issuer: string, client: string): Promise<string> => {
  const answer = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${client}:demo-${client}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
  });
  if (!answer.ok) throw new TokenRefused(`the identity provider answered ${answer.status}`);
  return ((await answer.json()) as { access_token: string }).access_token;
};
