import { monitorEventLoopDelay } from 'node:perf_hooks';
import { CheckingThread } from '@hub/registry/checking/checking-thread.js';
import type { CheckTask } from '@hub/schema/check/check-task.js';
import { changedSubgraph, manySubgraphs } from './many-subgraphs.js';

/** How long a check took, and for how long at most this thread, which would be serving requests, was kept from anything else, in milliseconds. */
export interface TimedCheck {
  readonly took: number;
  readonly longestDelay: number;
}

const options = { patience: 300_000, longest: 300_000 };

/** What was measured of many subgraphs. */
export interface CheckedSubgraphs {
  /** All of them, that nobody has published yet. */
  readonly all: TimedCheck;
  /** One of them that changed, checked by a thread that has just started and knows nothing of the others. */
  readonly changed: TimedCheck;
  /** Once more. */
  readonly changedAgain: TimedCheck;
}

/** Composes and checks many subgraphs, then one of them that changed, in the registry's own checking thread. @throws Error where a check is not green */
export async function checkManySubgraphs(count: number, types: number): Promise<CheckedSubgraphs> {
  let thread = new CheckingThread(options);
  try {
    const subgraphs = manySubgraphs(count, types);
    const first = await timed(thread, { inForce: {}, supergraphInForce: undefined, candidates: subgraphs, approved: {}, exceptions: [] });
    const { supergraphSdl } = first;
    if (supergraphSdl === undefined) throw new Error('The subgraphs of the bench do not compose.');
    await thread.close();
    thread = new CheckingThread(options);
    const change: CheckTask = { inForce: subgraphs, supergraphInForce: supergraphSdl, candidates: changedSubgraph(count, types), approved: {}, exceptions: [], onlyFindings: true };
    return { all: first, changed: await timed(thread, change), changedAgain: await timed(thread, change) };
  } finally {
    await thread.close();
  }
}

async function timed(thread: CheckingThread, task: CheckTask): Promise<TimedCheck & { readonly supergraphSdl: string | undefined }> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const begin = performance.now();
  const { findings, supergraphSdl } = await thread.check(task);
  const took = performance.now() - begin;
  delay.disable();
  const errors = findings.filter(({ severity }) => severity === 'ERROR');
  if (errors.length > 0) throw new Error(`The subgraphs of the bench do not pass: ${errors.slice(0, 5).map(({ message }) => message).join('; ')}`);
  return { took, longestDelay: delay.max / 1e6, supergraphSdl };
}
