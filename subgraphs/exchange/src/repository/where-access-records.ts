import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { AccessRecordFilter } from '../generated/graphql.js';

/** The rows that a filter of access records admits. */
export function whereAccessRecords(filter: AccessRecordFilter | null | undefined): Where {
  if (!filter) return {};
  const { partyId, type, coordinate, since, until, refused, holderId, request } = filter;
  return {
    AND: [
      partyId ? { partyId: { in: partyId } } : {},
      type ? { types: { hasSome: type } } : {},
      coordinate == null ? {} : { selected: { coordinates: { has: coordinate } }, types: { has: coordinate.slice(0, coordinate.indexOf('.')) } },
      since ? { at: { gte: since } } : {},
      until ? { at: { lt: until } } : {},
      refused == null ? {} : { isRefused: refused },
      holderId ? { holder: { in: holderId } } : {},
      request == null ? {} : { request },
    ],
  };
}
