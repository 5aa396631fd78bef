import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { LoadThreadData, LoadThreadNews, LoadThreadOrder } from './load-thread-messages.js';
import type { ProgressDisplay } from './progress-display.js';

/** What the thread runs; from sources too it is the built one, which Node can load. */
const main = new URL('../../dist/bundle/load-thread.js', import.meta.url);

/** Why the first data were not loaded, in words for the person who typed the command. */
export class LoadFailed extends Error {
  override readonly name = 'LoadFailed';
}

/**
 * Loads in a thread that ends with it: what reading thousands of records took of memory, a quarter of a gigabyte, is given back at once,
 * where the heap of a thread that goes on would keep it.
 *
 * @throws LoadFailed
 */
export async function loadInThread(data: LoadThreadData, display: ProgressDisplay, stopping: AbortSignal): Promise<void> {
  const worker = new Worker(main, { workerData: data });
  const bars = new Map<string, ReturnType<ProgressDisplay['begin']>>();
  let failure: string | undefined;
  worker.on('message', (news: LoadThreadNews) => {
    if ('begun' in news) bars.set(news.begun, display.begin(news.begun));
    else if ('failure' in news) failure = news.failure;
    else if ('summary' in news) bars.get(news.of)?.end(news.summary);
    else bars.get(news.of)?.update(news.done, news.total);
  });
  const stop = () => worker.postMessage('stop' satisfies LoadThreadOrder);
  stopping.addEventListener('abort', stop, { once: true });
  if (stopping.aborted) stop();
  try {
    await once(worker, 'exit');
  } finally {
    stopping.removeEventListener('abort', stop);
  }
  if (failure !== undefined) throw new LoadFailed(failure);
}
