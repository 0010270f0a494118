import { createServer } from 'node:http';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded into the hub's process ahead of the hub: answers what memory that process has, on a port of its own, and to a POST only
 * after a full collection. The hub's own children load it as well, and leave the port to the hub.
 */
if (isMainThread) {
  const server = createServer((request, response) => {
    if (request.method === 'POST') globalThis.gc?.();
    response.writeHead(200, { Connection: 'close' }).end(JSON.stringify(process.memoryUsage()));
  });
  server.on('error', () => undefined);
  server.listen(Number(process.env['PROBE_PORT']), '127.0.0.1').unref();
}
