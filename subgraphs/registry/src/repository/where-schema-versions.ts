import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { SchemaVersionFilter } from '../generated/graphql.js';

/** The condition of a filter of versions. */
export function whereSchemaVersions({ subgraph, version }: SchemaVersionFilter): Where {
  return { ...(subgraph != null && { subgraph }), ...(version != null && { version }) };
}
