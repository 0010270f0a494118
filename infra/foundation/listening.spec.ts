import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLogger } from '@throughline/platform';
import { listenOn, PortUnusable } from './listening';

describe('the port to answer at', () => {
  const lines: string[] = [];
  const logger = createLogger('info', { write: (line) => lines.push(line) });
  const servers: Server[] = [];
  const server = (): Server => {
    const made = createServer();
    servers.push(made);
    return made;
  };
  const portOf = (of: Server): number => (of.address() as AddressInfo).port;

  beforeEach(() => lines.splice(0));
  afterEach(async () => {
    for (const each of servers.splice(0)) await new Promise<void>((closed) => each.close(() => closed()));
  });

  it('is listened on where it is free, without a word', async () => {
    const mine = server();
    await listenOn(mine, 0, logger);
    expect(portOf(mine)).toBeGreaterThan(0);
    expect(lines).toEqual([]);
  });

  it('is waited for while its former owner ends, and that is said once', async () => {
    const former = server();
    await listenOn(former, 0, logger);
    setTimeout(() => former.close(), 600);
    const port = portOf(former);
    const mine = server();
    await listenOn(mine, port, logger);
    expect(portOf(mine)).toBe(port);
    expect(lines).toHaveLength(1);
  });

  it('is named where somebody else keeps it', async () => {
    const other = server();
    await listenOn(other, 0, logger);
    const failed = listenOn(server(), portOf(other), logger, 300);
    await expect(failed).rejects.toBeInstanceOf(PortUnusable);
    await expect(failed).rejects.toThrow(`port ${portOf(other)} is taken by another process`);
  });
});
