import type { Caller } from '@hub/schema/policy/decision/caller.js';
import type { Actor } from '../unit-of-work/actor.js';

/**
 * Who does an act, as it goes on record with all that the act writes: the caller without what only decides on its rights,
 * and with the user in whose stead (代办), or the mapping that gives the role (角色映射); without these parts where for themselves in a role that the party keeps.
 */
export function actorOf({ userId, partyId, role, onBehalfOf, roleMapping }: Pick<Caller, 'userId' | 'partyId' | 'role' | 'onBehalfOf' | 'roleMapping'>): Actor {
  return { userId, partyId, role, ...(onBehalfOf !== undefined && { onBehalfOf }), ...(roleMapping !== undefined && { roleMapping }) };
}
