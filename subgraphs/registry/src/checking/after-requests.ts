import { constants, getPriority, setPriority } from 'node:os';

/**
 * Has the thread that calls it give way to those that answer requests: where a machine has fewer processors than threads with work, what is composed and checked takes longer,
 * and nobody else waits for it. On Linux a priority is a thread's own; elsewhere it would be that of the whole process, and nothing is changed.
 */
export function comeAfterRequests(): void {
  const lower = constants.priority.PRIORITY_BELOW_NORMAL;
  // A hub that was started with a lower one may not raise it.
  if (process.platform === 'linux' && getPriority() < lower) setPriority(lower);
}
