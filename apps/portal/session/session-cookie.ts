import type { RequestHandler } from 'express';

/**
 * The session's cookie. The prefix makes browsers refuse it without `Secure`, with a `Domain`, or from another path. Browsers
 * treat `http://localhost` as they treat https, so it holds there too (tried in Chromium); any other hub without https has no
 * sessions, on purpose.
 */
export const SESSION_COOKIE = '__Host-throughline';

/** Keeps what a sign-in under way began with. It comes back from the provider's site, which a strict cookie would not survive. */
export const SIGN_IN_COOKIE = '__Host-throughline-sign-in';

/** Minutes without a request after which a session ends, and hours after which it ends in any case (trust.md, "Signing in"). */
export const IDLE_MINUTES = 15;
export const WHOLE_HOURS = 8;

/** Whether a browser keeps `Secure` cookies from this origin. */
export const keepsSecureCookies = (origin: string): boolean => {
  const { protocol, hostname } = new URL(origin);
  return protocol === 'https:' || hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '127.0.0.1';
};

/**
 * Says to what sets cookies that the connection is secure: TLS ends before the hub, or the browser is on the same machine.
 * Elsewhere it stays as it is, and no session cookie is set.
 */
export const secureAsSeenOutside = (origin: string): RequestHandler => {
  const secure = keepsSecureCookies(origin);
  return (request, _response, next) => {
    if (secure) Object.defineProperty(request, 'secure', { value: true, configurable: true });
    next();
  };
};

/** Whether a request shows a session's cookie, valid or not. */
export const showsSession = (cookies: string | undefined): boolean =>
  (cookies ?? '').split(';').some((cookie) => cookie.trim().startsWith(`${SESSION_COOKIE}=`));
