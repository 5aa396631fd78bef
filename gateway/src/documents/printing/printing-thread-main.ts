import { parentPort } from 'node:worker_threads';
import { print } from './print.js';
import type { PrintAnswer, PrintTask } from './print-task.js';

// What runs in the thread in which documents are laid out: one after the other.

parentPort?.on('message', ({ id, task }: { readonly id: number; readonly task: PrintTask }) => {
  void answerTo(id, task).then((answer) => parentPort?.postMessage(answer, 'bytes' in answer ? [answer.bytes.buffer as ArrayBuffer] : []));
});

async function answerTo(id: number, task: PrintTask): Promise<PrintAnswer> {
  try {
    return { id, ...(await print(task)) };
  } catch (error) {
    return { id, failure: String((error as Error).stack) };
  }
}
