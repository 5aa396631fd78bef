import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { ImportRunFilter } from '../generated/graphql.js';

/** The filter of imports as a condition. */
export function whereImportRuns({ state, mapping, source }: ImportRunFilter): Where {
  return { ...(state && { state: { in: state } }), ...(mapping && { mapping }), ...(source && { source }) };
}
