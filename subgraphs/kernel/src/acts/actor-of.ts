import type { Caller } from '@hub/schema/policy/decision/caller.js';
import type { Actor } from '../unit-of-work/actor.js';

/**
 * Who does an act, as it goes on record with all that the act writes: the caller without what only decides on its rights,
 * and with the user in whose stead (代办); without that part where for themselves.
 */
export function actorOf({ userId, partyId, role, onBehalfOf }: Pick<Caller, 'userId' | 'partyId' | 'role' | 'onBehalfOf'>): Actor {
  return { userId, partyId, role, ...(onBehalfOf !== undefined && { onBehalfOf }) };
}
