import type { ThreadState } from './thread-state.js';

/** When a step was taken first: a step that is repeated tells the same, and none lies before what it is about. */
export function timeOf(state: ThreadState, step: string): string {
  return (state.times[step] ??= new Date().toISOString());
}
