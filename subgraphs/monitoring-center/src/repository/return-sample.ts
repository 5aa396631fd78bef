import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireMoney } from '@hub/kernel/validation/require-money.js';
import { optionalText, requireText } from '@hub/kernel/validation/require-text.js';
import { purchaseMachine } from '../domain/purchase-machine.js';
import type { ReturnSampleInput } from '../generated/graphql.js';
import { admitSample } from './admit-sample.js';
import type { MonitoringCenterTransaction } from './database.js';
import { moveSample } from './move-sample.js';

/** Gives back goods that do not meet the requirements, with what was refunded or lost (退货, 5.2.4 b). */
export async function returnSample(scope: ActScope<MonitoringCenterTransaction>, input: ReturnSampleInput): Promise<ActResult> {
  const { unit } = scope;
  const sample = await admitSample(scope, input);
  const refund = input.refund ? requireMoney('refund', input.refund) : null;
  const loss = input.loss ? requireMoney('loss', input.loss) : null;
  if (!refund && !loss) throw new Refusal('REFUND_OR_LOSS_NEEDED', { field: 'refund' });
  const goodsReturn = {
    reason: requireText('reason', input.reason),
    refund,
    loss,
    carrier: optionalText('carrier', input.carrier, 200),
    waybill: optionalText('waybill', input.waybill, 100),
    acted: { ...actRecord(unit) },
  };
  await moveSample(unit, sample, 'returnSample', { goodsReturn });
  const before = await unit.tx.purchase.findUniqueOrThrow({ where: { id: sample.purchaseId } });
  const purchase = await unit.tx.purchase.update({ where: { id: before.id }, data: purchaseMachine.move('returnSample', before) });
  await unit.closeDuties('ReturnSample', sample.id);
  unit.emit({ kind: 'PurchaseReturned', subjectType: 'Purchase', subjectId: purchase.id, stamps: stampsOf(purchase), receivers: {} });
  return { valueId: sample.id };
}
