import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { FieldClosingFilter } from '../generated/graphql.js';

/** The rows that a filter of closings admits. */
export function whereFieldClosings(filter: FieldClosingFilter | null | undefined): Where {
  return {
    ...(filter?.state && { state: { in: filter.state } }),
    ...(filter?.field && { coordinate: filter.field }),
  };
}
