import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { commissionAcceptanceMachine } from '../domain/commission-acceptance-machine.js';
import type { LabsTransaction } from './database.js';

/**
 * Ends a commission once each of its samples has a report or a recorded failure (5.3.4).
 *
 * The commission is locked before its samples are counted: two samples that come to their end at once must agree on which of
 * them is the last.
 * @returns whether each sample has come to its end
 */
export async function endCommission(
  unit: UnitOfWork<LabsTransaction>,
  commissionId: string,
  cause: 'issueInspectionReport' | 'reportInspectionFailure',
): Promise<boolean> {
  const { tx } = unit;
  await tx.$queryRaw`SELECT id FROM commission_acceptance WHERE id = ${commissionId} FOR UPDATE`;
  const open = await tx.sampleReceipt.count({ where: { commissionId, state: { in: ['EXPECTED', 'RECEIVED'] } } });
  if (open > 0) return false;
  const acceptance = await tx.commissionAcceptance.findUniqueOrThrow({ where: { id: commissionId } });
  if (!commissionAcceptanceMachine.leadsFrom(cause, acceptance)) return true;
  const ended = await tx.commissionAcceptance.update({
    where: { id: commissionId },
    data: commissionAcceptanceMachine.move(cause, acceptance),
  });
  await unit.closeDuties('IssueInspectionReport', commissionId);
  unit.emit({
    kind: 'CommissionReported',
    subjectType: 'CommissionAcceptance',
    subjectId: commissionId,
    stamps: stampsOf(ended),
    receivers: {},
  });
  return true;
}
