import { parentPort } from 'node:worker_threads';
import type { CheckTask } from '@hub/schema/check/check-task.js';
import { SchemaChecks } from '@hub/schema/check/check-schemas.js';
import { comeAfterRequests } from './after-requests.js';
import type { CheckAnswer } from './check-answer.js';

// What runs in the thread in which schemas are composed and checked: one task after the other.

comeAfterRequests();
const checks = new SchemaChecks();

parentPort?.on('message', ({ id, task }: { readonly id: number; readonly task: CheckTask }) => parentPort?.postMessage(answer(id, task)));

function answer(id: number, task: CheckTask): CheckAnswer {
  try {
    return { id, result: checks.check(task) };
  } catch (error) {
    return { id, failure: String((error as Error).stack) };
  }
}
