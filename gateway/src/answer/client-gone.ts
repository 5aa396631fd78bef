import type { ServerResponse } from 'node:http';

/** A signal that is aborted when the client's connection closes before its answer is written. */
export function clientGone(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}
