/**
 * Runs with a signal that aborts as soon as one of `signals` does, for its reason, and when the run is over, so that nothing begun in it waits on. Listens to `signals` no longer than
 * that: of one that lives as long as the process Node 20 keeps for good what `AbortSignal.any` makes at each call.
 */
export async function withEither<Result>(signals: readonly AbortSignal[], run: (either: AbortSignal) => Promise<Result>): Promise<Result> {
  const either = new AbortController();
  const abort = () => either.abort(signals.find(({ aborted }) => aborted)?.reason);
  for (const signal of signals) signal.addEventListener('abort', abort, { once: true });
  try {
    if (signals.some(({ aborted }) => aborted)) abort();
    return await run(either.signal);
  } finally {
    for (const signal of signals) signal.removeEventListener('abort', abort);
    either.abort();
  }
}
