import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { TaskClaim } from '@hub/prisma/exchange/generated/client.js';
import { taskClaimMachine } from '../domain/task-claim-machine.js';
import type { ExchangeTransaction } from './database.js';
import { rolesOf } from './roles-of.js';

/** Ends the claim of a user who is not active in the role of the task any more, nor has it by delegation. @returns whether it was so */
export async function lapseClaim(unit: UnitOfWork<ExchangeTransaction>, claim: TaskClaim, role: string): Promise<boolean> {
  const roles = await rolesOf(unit.tx, { userId: claim.claimedById, partyId: claim.holder }, unit.now);
  if (roles.some((each) => each.role === role)) return false;
  const lapsed = await unit.tx.taskClaim.update({ where: { id: claim.id }, data: { endedAt: unit.now, ...taskClaimMachine.move('TaskClaimLapsed', claim) } });
  unit.emit({ kind: 'TaskClaimLapsed', subjectType: 'TaskClaim', subjectId: claim.id, stamps: stampsOf(lapsed), receivers: {} });
  return true;
}
