import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { ImportMappingFilter } from '../generated/graphql.js';

/** The filter of mappings as a condition. */
export function whereImportMappings({ state, name, source }: ImportMappingFilter): Where {
  return { ...(state && { state: { in: state } }), ...(name && { name }), ...(source && { source }) };
}
