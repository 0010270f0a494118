// Loaded ahead of what the bench starts (node --require). The bench holds the other end of its standard input: when the bench is gone,
// however it ended, that closes, and the process ends as if it had been asked to.

/** Milliseconds for an orderly end. */
const GRACE = 10_000;

const end = (): void => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), GRACE).unref();
};

process.stdin.once('close', end).resume();
// Waiting for that keeps no process alive.
process.stdin.unref();
