import type { KeyFile } from '@hub/kernel/identity/key-file.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { supergraph } from './built-schemas.js';
import type { RegistryTransaction } from './database.js';
import { putSchemaVersion, type NewSchemaVersion } from './put-schema-version.js';
import type { SchemaInForce } from './schemas-in-force.js';

export interface PutWithSupergraphOptions {
  readonly inForce: ReadonlyMap<string, SchemaInForce>;
  /** What is composed of all that is then in force. */
  readonly supergraphSdl: string;
  readonly key: KeyFile;
  readonly reason: string;
}

/** Puts the next versions of subgraphs, and the supergraph that names the versions of which it is composed. @returns the ids of the subgraphs' versions, in their order */
export async function putWithSupergraph(
  unit: UnitOfWork<RegistryTransaction>,
  given: readonly Omit<NewSchemaVersion, 'after' | 'reason'>[],
  { inForce, supergraphSdl, key, reason }: PutWithSupergraphOptions,
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const each of given) ids.push(await putSchemaVersion(unit, { ...each, reason, after: inForce.get(each.subgraph)?.version ?? 0 }, key));
  const replaced = new Set([supergraph, ...given.map(({ subgraph }) => subgraph)]);
  const others = [...inForce.values()].filter(({ subgraph }) => !replaced.has(subgraph));
  const composedOfIds = [...others.map(({ id }) => id), ...ids];
  await putSchemaVersion(unit, { subgraph: supergraph, sdl: supergraphSdl, after: inForce.get(supergraph)?.version ?? 0, reason, composedOfIds }, key);
  return ids;
}
