import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { CommissionCorrection } from '@hub/prisma/labs/generated/client.js';
import { commissionAcceptanceMachine } from '../domain/commission-acceptance-machine.js';
import { sampleReceiptMachine } from '../domain/sample-receipt-machine.js';
import type { LabsTransaction } from './database.js';
import { discardReports } from './discard-reports.js';
import { lockedReceipts } from './locked-receipts.js';

const cause = 'answerCommissionCorrection';

/** A lab lets a commission go: it owes no report by it, expects no sample, and what it has of them goes back to the centre (同意撤回委托, clause 4). */
export async function letCommissionGo(unit: UnitOfWork<LabsTransaction>, { commissionIds: [id = ''], reason }: CommissionCorrection): Promise<void> {
  const { tx } = unit;
  const accepted = await tx.commissionAcceptance.findUniqueOrThrow({ where: { id } });
  const withdrawn = await tx.commissionAcceptance.update({ where: { id }, data: { ...commissionAcceptanceMachine.move(cause, accepted), withdrawalReason: reason } });
  for (const receipt of await lockedReceipts(tx, id)) {
    await discardReports(unit, receipt.id, cause);
    await unit.dropDuties('ReceiveSample', receipt.id);
    if (sampleReceiptMachine.leadsFrom(cause, receipt)) await tx.sampleReceipt.update({ where: { id: receipt.id }, data: sampleReceiptMachine.move(cause, receipt) });
  }
  await unit.dropDuties('IssueInspectionReport', id);
  unit.emit({ kind: 'CommissionWithdrawalReceived', subjectType: 'CommissionAcceptance', subjectId: id, stamps: stampsOf(withdrawn), receivers: {} });
}
