import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { commissionAcceptanceMachine } from '../domain/commission-acceptance-machine.js';
import { sampleReceiptMachine } from '../domain/sample-receipt-machine.js';
import type { LabsTransaction } from '../repository/database.js';
import { lockedReceipts } from '../repository/locked-receipts.js';

/** What the centre tells of a commission that it withdraws (撤回委托). */
interface CommissionWithdrawn {
  readonly commissionId: string;
  readonly labId: string;
  readonly reason: string;
}

const cause = 'monitoring-center.CommissionWithdrawn';

/** A commission is withdrawn: the lab owes nothing by it any more, and expects no sample of it. One that it has declined stays declined. */
export const takeInCommissionWithdrawal: InboxHandler<LabsTransaction> = async (unit, event, log) => {
  const { commissionId: id, labId, reason: withdrawalReason } = event.payload as unknown as CommissionWithdrawn;
  const { tx } = unit;
  // The samples first, as whoever reports on one holds it before its commission ends.
  await lockedReceipts(tx, id);
  await tx.$queryRaw`SELECT id FROM commission_acceptance WHERE id = ${id} FOR UPDATE`;
  const received = await tx.commissionAcceptance.findUnique({ where: { id } });
  if (received?.holder !== labId || !commissionAcceptanceMachine.leadsFrom(cause, received)) {
    log.warn({ event: event.id, commission: id, state: received?.state }, 'a commission was withdrawn that has ended at its lab, or is not there');
    return;
  }
  const withdrawn = await tx.commissionAcceptance.update({ where: { id }, data: { ...commissionAcceptanceMachine.move(cause, received), withdrawalReason } });
  // Once more: it may have been accepted meanwhile.
  for (const receipt of await lockedReceipts(tx, id)) {
    if (sampleReceiptMachine.leadsFrom(cause, receipt)) await tx.sampleReceipt.update({ where: { id: receipt.id }, data: sampleReceiptMachine.move(cause, receipt) });
  }
  await unit.dropDuties('AcceptCommission', id);
  await unit.dropDuties('IssueInspectionReport', id);
  unit.emit({ kind: 'CommissionWithdrawalReceived', subjectType: 'CommissionAcceptance', subjectId: id, stamps: stampsOf(withdrawn), receivers: {} });
};
