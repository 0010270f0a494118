import { Fault } from '@throughline/kernel';

/** The command was called in a way that it cannot follow. */
export class Misuse extends Fault {
  readonly retriable = false;
}

/** Which hub is asked, and who asks. */
export interface HubPlace {
  /** Without a slash at the end. */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The OpenID provider where it is not the hub's own. */
  readonly issuer?: string;
}

const address = (name: string, text: string): string => {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) throw new Misuse(`${name} must be an http or https address`);
  return text.replace(/\/+$/, '');
};

/** The hub that the environment names; the demo's operator where it names none. Fails with `Misuse`. */
export const hubPlace = (environment: Readonly<Record<string, string | undefined>>): HubPlace => {
  const { THROUGHLINE_URL, THROUGHLINE_CLIENT_ID, THROUGHLINE_CLIENT_SECRET, THROUGHLINE_ISSUER } = environment;
  return {
    url: address('THROUGHLINE_URL', THROUGHLINE_URL ?? 'http://localhost:8080'),
    clientId: THROUGHLINE_CLIENT_ID ?? 'operator',
    clientSecret: THROUGHLINE_CLIENT_SECRET ?? 'demo-operator',
    ...(THROUGHLINE_ISSUER === undefined ? {} : { issuer: address('THROUGHLINE_ISSUER', THROUGHLINE_ISSUER) }),
  };
};
