import { type RequestHandler } from 'express';
import { type IncomingHttpHeaders, request as send } from 'node:http';

/** Headers that speak of one connection only (RFC 9110, section 7.6.1). */
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

const endToEnd = (headers: IncomingHttpHeaders): IncomingHttpHeaders => {
  const named = (headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase());
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.includes(name) && !named.includes(name)));
};

const AWAY = JSON.stringify({
  type: 'about:blank',
  title: 'Service Unavailable',
  status: 503,
  detail: 'the identity provider is not there just now',
});

/**
 * Passes requests on to a server on this machine, bodies as they flow. It MUST stand before any parser of bodies, which would
 * have read them away. Where nobody answers, the answer is a 503 problem.
 */
export const proxyTo =
  (url: string): RequestHandler =>
  (request, response) => {
    const { hostname, port } = new URL(url);
    const forwarded = [request.headers['x-forwarded-for'], request.socket.remoteAddress].filter((part) => part !== undefined).join(', ');
    const headers = {
      ...endToEnd(request.headers),
      'x-forwarded-for': forwarded,
      'x-forwarded-host': request.headers.host ?? '',
      'x-forwarded-proto': request.protocol,
      // A body without a length flows in chunks, which is the one hop's own matter.
      ...(request.headers['transfer-encoding'] === undefined ? {} : { 'transfer-encoding': 'chunked' }),
    };
    const onward = send({ hostname, port, path: request.originalUrl, method: request.method, headers, agent: false }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, endToEnd(answer.headers));
      answer.pipe(response);
      answer.on('error', () => response.destroy());
    });
    onward.on('error', () => {
      if (response.headersSent) response.destroy();
      else response.status(503).set({ 'Retry-After': '1', 'Cache-Control': 'no-store' }).type('application/problem+json').send(AWAY);
    });
    response.on('close', () => {
      if (!response.writableFinished) onward.destroy();
    });
    request.pipe(onward);
  };
