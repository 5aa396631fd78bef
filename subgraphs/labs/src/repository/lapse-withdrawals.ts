import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { commissionCorrectionMachine } from '../domain/commission-correction-machine.js';
import type { LabsTransaction } from './database.js';

/** A commission that is reported on is not withdrawn any more: nobody owes an answer to that (委托更正失效, clause 4). Whoever asks holds the commission. */
export async function lapseWithdrawals(
  unit: UnitOfWork<LabsTransaction>,
  commissionId: string,
  cause: 'issueInspectionReport' | 'reportInspectionFailure',
): Promise<void> {
  const asked = await unit.tx.commissionCorrection.findMany({ where: { commissionIds: { has: commissionId }, kind: 'COMMISSION_WITHDRAWAL', state: 'RECEIVED' } });
  for (const correction of asked) {
    const lapsed = await unit.tx.commissionCorrection.update({ where: { id: correction.id }, data: commissionCorrectionMachine.move(cause, correction) });
    await unit.dropDuties('AnswerCommissionCorrection', lapsed.id);
    unit.emit({ kind: 'CommissionCorrectionLapsed', subjectType: 'CommissionCorrection', subjectId: lapsed.id, stamps: stampsOf(lapsed), receivers: {} });
  }
}
