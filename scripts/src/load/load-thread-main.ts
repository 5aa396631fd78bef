import { parentPort, workerData } from 'node:worker_threads';
import { inWords } from '../tell-failure.js';
import { loadMissing } from './load-missing.js';
import type { LoadThreadData, LoadThreadNews, LoadThreadOrder } from './load-thread-messages.js';

// What runs in the thread of the first data; it ends with the last load.

const { databaseUrls, dataDir, missing } = workerData as LoadThreadData;
const stopping = new AbortController();
const tell = (news: LoadThreadNews) => parentPort?.postMessage(news);

parentPort?.on('message', (order: LoadThreadOrder) => stopping.abort(order));

const begin = (title: string) => {
  tell({ begun: title });
  return {
    update: (done: number, total: number) => tell({ of: title, done, total }),
    end: (summary: string) => tell({ of: title, summary }),
  };
};

await loadMissing({ databaseUrls, dataDir, missing }, begin, stopping.signal).catch((error: unknown) => tell({ failure: inWords(error) }));
parentPort?.close();
