import type { KeyFile } from '@hub/kernel/identity/key-file.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { supergraph } from './built-schemas.js';
import type { RegistryTransaction } from './database.js';
import { putSchemaVersion, type NewSchemaVersion } from './put-schema-version.js';
import type { SchemaInForce } from './schemas-in-force.js';

/** Puts the next version of a subgraph, and the supergraph that names the versions of which it is composed. @returns the id of the subgraph's version */
export async function putWithSupergraph(
  unit: UnitOfWork<RegistryTransaction>,
  given: Omit<NewSchemaVersion, 'after'>,
  { inForce, supergraphSdl, key }: { readonly inForce: ReadonlyMap<string, SchemaInForce>; readonly supergraphSdl: string; readonly key: KeyFile },
): Promise<string> {
  const { subgraph, reason } = given;
  const id = await putSchemaVersion(unit, { ...given, after: inForce.get(subgraph)?.version ?? 0 }, key);
  const others = [...inForce.values()].filter((each) => each.subgraph !== subgraph && each.subgraph !== supergraph);
  await putSchemaVersion(
    unit,
    { subgraph: supergraph, sdl: supergraphSdl, after: inForce.get(supergraph)?.version ?? 0, reason, composedOfIds: [...others.map((each) => each.id), id] },
    key,
  );
  return id;
}
