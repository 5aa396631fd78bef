import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { demoParticipants, demoUsersOf } from '@hub/prisma/seed/demo-participants.js';
import type { ExchangeDatabase } from './database.js';
import { recordParticipant } from './record-participant.js';

/**
 * Records the demo's participants with their users, one transaction each. What stands there already is not written again.
 *
 * @returns how many were written
 */
export async function seedParticipants(database: ExchangeDatabase): Promise<number> {
  let written = 0;
  for (const party of demoParticipants) {
    const { id, kind, level, name, uscc, regionCode } = party;
    const record = { id, kind, level, name, uscc, regionCode, users: demoUsersOf(party) };
    const circumstances = { owner: 'exchange', at: new Date(), actor: null, causedBy: [] };
    if (await inUnitOfWork(database, circumstances, (unit) => recordParticipant(unit, record))) written += 1;
  }
  return written;
}
