import type { Shutdown } from '@throughline/platform';
import type { CurrentSettings } from '@throughline/projections';
import type { Logger } from 'pino';

const EVERY = 1_000;

/** Reads the settings in force now and once a second, until the process stops. Where that fails those of before are kept. */
export const keepFresh = (settings: CurrentSettings, logger: Logger, shutdown: Shutdown): void => {
  let failing = false;
  let reading: Promise<void> = Promise.resolve();
  const read = async (): Promise<void> => {
    try {
      await settings.refresh();
      failing = false;
    } catch (err) {
      if (!failing) logger.warn({ err }, 'settings cannot be read; those of before are kept');
      failing = true;
    }
  };
  const begin = (): void => {
    reading = read();
  };
  begin();
  const timer = setInterval(begin, EVERY);
  shutdown.onStop('reading the settings', async () => {
    clearInterval(timer);
    await reading;
  });
};
