import { Shutdown } from './shutdown';
import { createLogger } from './telemetry/logging';

describe('the end of the process', () => {
  const lines: string[] = [];
  const shutdown = (): Shutdown => new Shutdown(createLogger('info', { write: (line) => lines.push(line) }), 50);

  it('stops what started last first, and each thing once', async () => {
    const order: string[] = [];
    const end = shutdown();
    for (const name of ['database', 'log', 'server']) end.onStop(name, () => void order.push(name));
    expect(await Promise.all([end.run(), end.run()])).toEqual([true, true]);
    expect(order).toEqual(['server', 'log', 'database']);
  });

  it('goes on past what fails and what hangs, and says both', async () => {
    const order: string[] = [];
    const end = shutdown();
    end.onStop('database', () => void order.push('database'));
    end.onStop('hanging', () => new Promise(() => undefined));
    end.onStop('failing', () => Promise.reject(new Error('no')));
    expect(await end.run()).toBe(false);
    expect(order).toEqual(['database']);
    expect(lines.join('')).toMatch(/failing[\s\S]*did not stop well[\s\S]*hanging[\s\S]*did not stop in time/);
  });
});
