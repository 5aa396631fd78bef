import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { commissionCorrectionMachine } from '../domain/commission-correction-machine.js';
import type { LabsTransaction } from './database.js';
import { tellCorrectionEnd } from './tell-correction-end.js';

/**
 * Nobody owes an answer any more to what was proposed of a commission (委托更正失效, clause 4): one that is reported on is not withdrawn, and of one that the lab has declined it has nothing to say.
 * The centre is told. Whoever asks holds the commission.
 */
export async function lapseCorrections(
  unit: UnitOfWork<LabsTransaction>,
  commissionId: string,
  cause: 'issueInspectionReport' | 'reportInspectionFailure' | 'acceptCommission',
): Promise<void> {
  const ofKind = cause === 'acceptCommission' ? {} : { kind: 'COMMISSION_WITHDRAWAL' };
  for (const correction of await unit.tx.commissionCorrection.findMany({ where: { commissionIds: { has: commissionId }, state: 'RECEIVED', ...ofKind } })) {
    const lapsed = await unit.tx.commissionCorrection.update({ where: { id: correction.id }, data: commissionCorrectionMachine.move(cause, correction) });
    await unit.dropDuties('AnswerCommissionCorrection', lapsed.id);
    tellCorrectionEnd(unit, lapsed);
  }
}
