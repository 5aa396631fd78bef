import type { Caller } from '@hub/schema/policy/decision/caller.js';
import type { Actor } from './actor.js';

/** Who acts where a caller does, as it goes on record: with the user in whose stead (代办), and without that part where for themselves. */
export function actorOf({ userId, partyId, role, onBehalfOf }: Pick<Caller, 'userId' | 'partyId' | 'role' | 'onBehalfOf'>): Actor {
  return { userId, partyId, role, ...(onBehalfOf !== undefined && { onBehalfOf }) };
}
