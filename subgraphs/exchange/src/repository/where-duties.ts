import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';
import type { DutyFilter } from '../generated/graphql.js';

/** The rows that a filter of duties admits, but for lateness, which only the database compares. */
export function whereDuties(filter: DutyFilter | null | undefined, { userId, onBehalfOf }: Pick<Caller, 'userId' | 'onBehalfOf'>): Where {
  const users = { in: [userId, ...(onBehalfOf === undefined ? [] : [onBehalfOf])] };
  // A claim that was given back or handed over is nobody's work any more.
  const counts = { state: { in: ['HELD', 'ENDED'] } };
  const theirs = { ...counts, OR: [{ claimedById: users }, { onBehalfOfId: users }] };
  return {
    ...(filter?.state && { state: filter.state }),
    ...(filter?.stage && { stage: { in: filter.stage } }),
    ...(filter?.kind && { kind: { in: filter.kind } }),
    ...(filter?.partyId && { holder: filter.partyId }),
    ...(filter?.dueBefore && { dueAt: { lt: filter.dueBefore } }),
    ...(filter?.paused != null && { pausedAt: filter.paused ? { not: null } : null }),
    ...(filter?.claimed != null && { claims: filter.claimed ? { some: counts } : { none: counts } }),
    // Each of them is known or absent on its own: NOT over a column that is null would admit no row.
    ...(filter?.mine === true && { OR: [{ claims: { some: theirs } }, ...doneBy(users.in)] }),
    ...(filter?.mine === false && { AND: [{ claims: { none: theirs } }, notOf('doneById', users.in), notOf('doneOnBehalfOfId', users.in)] }),
  };
}

/** Duties that somebody has done, or that were done in their stead. */
export function doneBy(users: readonly string[]): Where[] {
  return ['doneById', 'doneOnBehalfOfId'].map((column) => ({ [column]: { in: [...users] } }));
}

function notOf(column: string, users: readonly string[]): Where {
  return { OR: [{ [column]: null }, { [column]: { notIn: [...users] } }] };
}
