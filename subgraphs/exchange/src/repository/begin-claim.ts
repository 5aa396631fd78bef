import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { Duty, TaskClaim } from '@hub/prisma/exchange/generated/client.js';
import { taskClaimMachine } from '../domain/task-claim-machine.js';
import type { ExchangeTransaction } from './database.js';

/** Writes down that a user works on a task from now on, and tells the log. It concerns nobody but the party. */
export async function beginClaim(
  unit: UnitOfWork<ExchangeTransaction>,
  cause: 'claimTask' | 'TaskHandedOver',
  duty: Pick<Duty, 'id' | 'holder'>,
  claimer: { readonly userId: string; readonly onBehalfOf: string | null },
): Promise<TaskClaim> {
  const claim = await unit.tx.taskClaim.create({
    data: {
      ...{ dutyId: duty.id, claimedById: claimer.userId, onBehalfOfId: claimer.onBehalfOf, claimed: { ...actRecord(unit) }, claimedAt: unit.now },
      ...{ holder: duty.holder, concerned: [], ...taskClaimMachine.begin(cause) },
    },
  });
  unit.emit({ kind: cause === 'claimTask' ? 'TaskClaimed' : 'TaskHandedOver', subjectType: 'TaskClaim', subjectId: claim.id, stamps: stampsOf(claim), receivers: {} });
  return claim;
}
