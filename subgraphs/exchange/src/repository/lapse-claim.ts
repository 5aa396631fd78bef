import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { TaskClaim } from '@hub/prisma/exchange/generated/client.js';
import { taskClaimMachine } from '../domain/task-claim-machine.js';
import type { ExchangeTransaction } from './database.js';
import { roleIn } from './role-in.js';

/** Ends the claim of a user who is not active in the role of the task any more, nor may have it by delegation or by their token. @returns whether it was so */
export async function lapseClaim(unit: UnitOfWork<ExchangeTransaction>, claim: TaskClaim, role: string): Promise<boolean> {
  if (await roleIn(unit.tx, { userId: claim.claimedById, partyId: claim.holder }, role, unit.now)) return false;
  const lapsed = await unit.tx.taskClaim.update({ where: { id: claim.id }, data: { endedAt: unit.now, ...taskClaimMachine.move('TaskClaimLapsed', claim) } });
  unit.emit({ kind: 'TaskClaimLapsed', subjectType: 'TaskClaim', subjectId: claim.id, stamps: stampsOf(lapsed), receivers: {} });
  return true;
}
