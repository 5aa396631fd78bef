import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { ExchangeEventFilter } from '../generated/graphql.js';

/** The rows that a filter of events admits. */
export function whereExchangeEvents(filter: ExchangeEventFilter | null | undefined): Where {
  return {
    ...(filter?.owner && { owner: { in: filter.owner } }),
    ...(filter?.subjectType && { subjectType: { in: filter.subjectType } }),
    ...(filter?.subjectId && { subjectId: filter.subjectId }),
  };
}
