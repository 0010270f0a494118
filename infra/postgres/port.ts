import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { writePrivately } from './cluster';

const LOOPBACK = '127.0.0.1';

/** Asks for a port (0: any) and gives it back at once; answers the number, or nothing where somebody has it. */
const tryPort = (port: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: LOOPBACK, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : undefined));
    });
  });

/** The port to listen on: the one asked for, else the one that this data had last time, else any that is free. */
export const choosePort = async (dataDir: string, asked: number | undefined): Promise<number> => {
  if (asked !== undefined) return asked;
  const file = join(dataDir, 'port');
  const before = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  const free = (await tryPort(Number.isInteger(before) && before > 0 && before < 65_536 ? before : 0)) ?? (await tryPort(0));
  if (free === undefined) throw new Error('no free port on the loopback interface');
  if (free !== before) writePrivately(file, String(free));
  return free;
};
