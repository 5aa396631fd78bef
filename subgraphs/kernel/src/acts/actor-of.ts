import type { Caller } from '@hub/schema/policy/decision/caller.js';
import type { Actor } from '../unit-of-work/actor.js';

/** Who does an act, as it goes on record with all that the act writes: the caller without what only decides on its rights. */
export function actorOf({ userId, partyId, role }: Caller): Actor {
  return { userId, partyId, role };
}
