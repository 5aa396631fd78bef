import { containing } from '@hub/kernel/lists/conditions.js';
import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { ParticipantFilter } from '../generated/graphql.js';

/** The rows that a filter of participants admits. */
export function whereParticipants(filter: ParticipantFilter | null | undefined): Where {
  return {
    ...(filter?.kind && { kind: { in: filter.kind } }),
    ...(filter?.level && { level: filter.level }),
    ...(filter?.name && { name: containing(filter.name) }),
    ...(filter?.regionCode && { regionCode: { startsWith: filter.regionCode } }),
  };
}
