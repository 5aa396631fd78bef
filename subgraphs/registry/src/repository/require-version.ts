import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { SchemaInForce } from './schemas-in-force.js';

/** Refuses what was checked against another version of a subgraph than the one in force. @throws Refusal SCHEMA_VERSION_MOVED */
export function requireVersion(subgraph: string, inForce: SchemaInForce | undefined, expected: number, field = 'expectedVersion'): void {
  const actual = inForce?.version ?? 0;
  const what = { en: `subgraph ${subgraph}`, 'zh-CN': `子图 ${subgraph} ` };
  if (actual !== expected) throw new Refusal('SCHEMA_VERSION_MOVED', { field, parameters: { what, actual, expected } });
}
