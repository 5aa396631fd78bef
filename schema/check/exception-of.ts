import type { RuleException } from './check-task.js';
import type { SchemaFinding } from './schema-finding.js';

/** The exception in writing under which a finding falls; of several that of just this place, and else the latest. */
export function exceptionOf({ kind, code, owners, coordinate: place }: SchemaFinding, exceptions: readonly RuleException[]): RuleException | undefined {
  if (kind !== 'LINT') return undefined;
  const holding = exceptions.filter(({ subgraph, rule, coordinate }) => subgraph === owners[0] && rule === code && (coordinate === null || coordinate === place));
  return holding.find(({ coordinate }) => coordinate !== null) ?? holding[0];
}
