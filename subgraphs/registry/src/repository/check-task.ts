import type { CheckTask } from '@hub/schema/check/check-task.js';
import { builtSchemas, supergraph } from './built-schemas.js';
import type { SchemaInForce } from './schemas-in-force.js';

/** What is to be checked: candidates against what is in force. */
export function checkTask(
  inForce: ReadonlyMap<string, SchemaInForce>,
  candidates: CheckTask['candidates'],
  allowed: Partial<Pick<CheckTask, 'approved' | 'exceptions' | 'former' | 'operations' | 'onlyFindings'>> = {},
): CheckTask {
  const subgraphs = [...inForce.values()].filter(({ subgraph }) => subgraph !== supergraph);
  return {
    inForce: Object.fromEntries(subgraphs.map(({ subgraph, sdl }) => [subgraph, sdl])),
    supergraphInForce: inForce.get(supergraph)?.sdl,
    candidates,
    approved: {},
    exceptions: [],
    comingWithHub: Object.keys(candidates).filter((subgraph) => candidates[subgraph] === builtSchemas[subgraph]),
    ...allowed,
  };
}
