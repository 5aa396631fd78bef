import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { ImportPullFilter } from '../generated/graphql.js';

/** The filter of pulls as a condition. */
export function whereImportPulls({ state, mapping }: ImportPullFilter): Where {
  return { ...(state && { state: { in: state } }), ...(mapping && { mapping }) };
}
