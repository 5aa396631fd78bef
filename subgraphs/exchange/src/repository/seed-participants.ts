import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { demoParticipants, demoUsersOf } from '@hub/prisma/seed/demo-participants.js';
import type { ExchangeDatabase } from './database.js';
import { lockMembers } from './lock-members.js';
import { recordParticipant } from './record-participant.js';
import { openedNames, type UserKeeping } from './user-keeping.js';

/**
 * Records the demo's participants with their users, one transaction each. What stands there already is not written again; users whom a party has registered itself stay as
 * they are.
 *
 * @returns how many were written
 */
export async function seedParticipants(database: ExchangeDatabase, keeping: UserKeeping): Promise<number> {
  let written = 0;
  for (const party of demoParticipants) {
    const { id, kind, level, name, uscc, regionCode } = party;
    const circumstances = { owner: 'exchange', at: new Date(), actor: null, causedBy: [] };
    const changed = await inUnitOfWork(database, circumstances, async (unit) => {
      await lockMembers(unit.tx);
      const users = demoUsersOf(party);
      const own = await unit.tx.participantUser.findMany({
        where: { participantId: id, id: { notIn: users.map((user) => user.id) } },
        select: { id: true, sealedName: true, roles: true, active: true },
      });
      const names = await openedNames(unit.tx, keeping, own.map((user) => ({ personId: user.id, sealed: user.sealedName })));
      const theirs = own.map((user) => ({ id: user.id, name: names.get(user.id) ?? null, roles: user.roles, active: user.active }));
      return recordParticipant(unit, { id, kind, level, name, uscc, regionCode, users: [...users, ...theirs] }, keeping);
    });
    if (changed) written += 1;
  }
  return written;
}
