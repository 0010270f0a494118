import { createServer } from 'node:http';
import { handler } from './handler';
import { createProvider } from './provider';
import { parseSettings } from './settings';

/**
 * The demo's identity provider, a process beside the hub that ends with it. What it is to be arrives in one variable, and the
 * address that it listens on goes back over the channel to its parent.
 */
const start = async (): Promise<void> => {
  const settings = parseSettings(process.env.IDENTITY_SETTINGS ?? '{}');
  const { provider, people } = await createProvider(settings);
  const server = createServer(handler(settings, provider, people));
  server.keepAliveTimeout = 60_000;
  server.on('error', (error) => {
    process.stderr.write(`the identity provider cannot listen: ${error.message}\n`);
    process.exit(1);
  });
  server.listen(settings.port, '127.0.0.1', () => {
    const address = server.address();
    if (typeof address === 'object' && address !== null) process.send?.({ port: address.port });
  });
};

// The channel closes when the parent ends, however it ends. Ctrl-C reaches the whole group: the parent decides when to stop.
process.on('disconnect', () => process.exit(0));
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => process.exit(0));

start().catch((error: unknown) => {
  process.stderr.write(`the identity provider cannot start: ${error instanceof Error ? error.message : 'unknown reason'}\n`);
  process.exit(1);
});
