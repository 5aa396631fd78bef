import type { SchemaFinding } from '@hub/schema/check/schema-finding.js';
import { CommandRefused } from '../command-refused.js';
import { readSchema, type AuthoredSchema } from './read-schema.js';
import type { RefusedOperation } from './refused-operation.js';
import { RegistryRefused, type Registry } from './registry-at.js';
import type { FieldUse } from './tell-uses.js';
import type { SchemaVersionWithText } from './schema-version.js';

/** A check as the registry tells it. */
export interface SchemaCheck {
  readonly id: string;
  readonly subgraph: string;
  readonly baseVersion: number;
  readonly contentHash: string;
  readonly status: 'GREEN' | 'REFUSED';
  readonly findings: readonly SchemaFinding[];
  /** Who uses what they would break or close; null for whom it is not to know. */
  readonly affected: readonly FieldUse[] | null;
  /** Registered operations that would be refused; null for whom they are not to know. */
  readonly refusedOperations: readonly RefusedOperation[] | null;
}

/** Reads a schema from disk and has the registry check it against what is in force. */
export async function checkAt(registry: Registry, subgraph: string, path: string): Promise<{ readonly schema: AuthoredSchema; readonly check: SchemaCheck }> {
  const schema = await readSchema(subgraph, path, (owner) => publishedAt(registry, owner));
  return { schema, check: await registry.post<SchemaCheck>('/registry/checks', { subgraph, sdl: schema.sdl }) };
}

/** The version of a subgraph that is in force, or the one named; undefined where there is none. */
export function versionAt(registry: Registry, subgraph: string, version: number | 'latest'): Promise<SchemaVersionWithText | undefined> {
  return foundAt(registry, `${encodeURIComponent(subgraph)}/${version}`);
}

/** The version of a subgraph that was in force at a time; undefined before the first. */
export function asOfAt(registry: Registry, subgraph: string, at: Date): Promise<SchemaVersionWithText | undefined> {
  return foundAt(registry, `${encodeURIComponent(subgraph)}/latest?${new URLSearchParams({ at: at.toISOString() })}`);
}

async function foundAt(registry: Registry, path: string): Promise<SchemaVersionWithText | undefined> {
  try {
    return await registry.get<SchemaVersionWithText>(`/registry/versions/${path}`);
  } catch (error) {
    if (error instanceof RegistryRefused && error.code === 'NOT_FOUND') return undefined;
    throw error;
  }
}

/** Refuses a name that no subgraph has. @throws CommandRefused */
export async function requireSubgraphAt(registry: Registry, subgraph: string): Promise<void> {
  if (!(await versionAt(registry, subgraph, 'latest'))) throw new CommandRefused(`There is no subgraph ${subgraph}; hub schema running lists them.`);
}

/** The text of a subgraph that is in force; undefined where there is none. */
export async function publishedAt(registry: Registry, owner: string): Promise<string | undefined> {
  return (await versionAt(registry, owner, 'latest'))?.sdl;
}
