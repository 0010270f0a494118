import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { Fault } from '@throughline/kernel';
import type { Logger } from 'pino';

/** The port that was asked for is somebody else's, or may not be had by this account. */
export class PortUnusable extends Fault {
  readonly retriable = false;
}

/** After a crash the former process may still hold the port while it ends, for so many milliseconds. */
const PATIENCE = 15_000;

const tryToListen = (server: Server, port: number): Promise<string | undefined> =>
  new Promise((settle, reject) => {
    const onError = (reason: NodeJS.ErrnoException): void => {
      server.off('listening', onListening);
      if (reason.code === 'EADDRINUSE' || reason.code === 'EACCES') settle(reason.code);
      else reject(reason);
    };
    const onListening = (): void => {
      server.off('error', onError);
      settle(undefined);
    };
    server.once('error', onError).once('listening', onListening).listen(port);
  });

/** Listens on that port, and waits a while where it is taken. Fails with `PortUnusable`. */
export const listenOn = async (server: Server, port: number, logger: Logger, patience = PATIENCE): Promise<void> => {
  const until = performance.now() + patience;
  for (let tried = 0; ; tried += 1) {
    const refused = await tryToListen(server, port);
    if (refused === undefined) return;
    if (refused === 'EACCES') throw new PortUnusable(`this account may not listen on port ${port}: set PORT to another`);
    if (performance.now() > until) throw new PortUnusable(`port ${port} is taken by another process: end it, or set PORT to another`);
    if (tried === 0) logger.warn({ port }, `port ${port} is taken: waiting for ${patience / 1_000} s in case its owner is ending`);
    await pause(250);
  }
};
