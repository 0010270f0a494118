import { type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { type Provider } from 'oidc-provider';
import { type DemoPerson } from './members';
import { CONTENT_SECURITY_POLICY, problemPage, signInPage } from './pages';
import { type ProviderSettings } from './settings';

const FORM_BYTES = 10_000;

const send = (response: ServerResponse, status: number, html: string): void => {
  response
    .writeHead(status, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': CONTENT_SECURITY_POLICY,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    })
    .end(html);
};

const chosenPerson = async (request: IncomingMessage): Promise<string | null> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    if (Buffer.concat(chunks).length > FORM_BYTES) return null;
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8')).get('person');
};

/** The sign-in page's two requests: show the people, take the choice. */
const signIn = async (
  provider: Provider,
  people: readonly DemoPerson[],
  { path, origin }: { path: string; origin: string },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const underWay = await provider.interactionDetails(request, response).catch(() => undefined);
  const id = underWay !== undefined && request.method === 'POST' ? await chosenPerson(request) : undefined;
  if (underWay === undefined) {
    send(response, 400, problemPage('session_not_found', origin));
  } else if (id === undefined) {
    send(response, 200, signInPage(people, path));
  } else if (id === null || !people.some((person) => person.id === id)) {
    send(response, 400, signInPage(people, path));
  } else {
    await provider.interactionFinished(request, response, { login: { accountId: id } }, { mergeWithLastSubmission: false });
  }
};

/**
 * Serves the provider under its issuer's path. Every address that it gives out is built on the issuer, whatever name or
 * proxy the request came by.
 */
export const handler = ({ issuer }: ProviderSettings, provider: Provider, people: readonly DemoPerson[]): RequestListener => {
  const { host, protocol, pathname, origin } = new URL(issuer);
  provider.proxy = true;
  const serve = provider.callback();
  return (request, response) => {
    request.headers['x-forwarded-host'] = host;
    request.headers['x-forwarded-proto'] = protocol.slice(0, -1);
    const path = request.url ?? '/';
    if (!path.startsWith(`${pathname}/`)) {
      response.writeHead(404).end();
    } else if (path.startsWith(`${pathname}/sign-in/`)) {
      signIn(provider, people, { path, origin }, request, response).catch(() => {
        if (!response.headersSent) send(response, 500, problemPage('server_error', origin));
      });
    } else {
      const mounted = request as IncomingMessage & { originalUrl?: string };
      mounted.originalUrl = path;
      mounted.url = path.slice(pathname.length);
      void serve(request, response);
    }
  };
};
