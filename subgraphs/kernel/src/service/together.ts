import type { RunningWork } from './subgraph-work.js';

/** Several pieces of work as one. */
export function together(...works: readonly RunningWork[]): RunningWork {
  return {
    stop: async () => void (await Promise.all(works.map((work) => work.stop()))),
    warnings: () => Object.assign({}, ...works.map((work) => work.warnings?.() ?? {})) as Record<string, string>,
  };
}
