import type { IncomingMessage, Server, ServerResponse } from 'node:http';

type Takes = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Asks `takes` about every request of this server first; what it does not take goes on to whoever listened before. */
export const answerAhead = (server: Server, takes: Takes): void => {
  const others = server.listeners('request') as ((request: IncomingMessage, response: ServerResponse) => void)[];
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (takes(request, response)) return;
    for (const listener of others) listener.call(server, request, response);
  });
};
