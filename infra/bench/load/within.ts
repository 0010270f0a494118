/** Does something that goes on until it is told to end, which it is after so many seconds, or when somebody interrupts. */
export const within = async <Result>(
  seconds: number,
  interrupted: AbortSignal,
  work: (until: AbortSignal) => Promise<Result>,
): Promise<Result> => {
  const over = new AbortController();
  const end = (): void => over.abort();
  const timer = setTimeout(end, seconds * 1_000);
  interrupted.addEventListener('abort', end);
  if (interrupted.aborted) end();
  try {
    return await work(over.signal);
  } finally {
    clearTimeout(timer);
    interrupted.removeEventListener('abort', end);
  }
};
