import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import type { Json } from '@hub/kernel/log/event.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireMoney } from '@hub/kernel/validation/require-money.js';
import { optionalText, requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { purchaseMachine } from '../domain/purchase-machine.js';
import type { ReturnSampleInput } from '../generated/graphql.js';
import { spentAmounts } from '../domain/spent-amounts.js';
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
  const before = await unit.tx.purchase.findUniqueOrThrow({ where: { id: sample.purchaseId } });
  if (refund) requireRefundOf(refund, before);
  await moveSample(unit, sample, 'returnSample', { goodsReturn });
  const purchase = await unit.tx.purchase.update({ where: { id: before.id }, data: purchaseMachine.move('returnSample', before) });
  await unit.closeDuties('ReturnSample', sample.id);
  unit.emit({ kind: 'PurchaseReturned', subjectType: 'Purchase', subjectId: purchase.id, stamps: stampsOf(purchase), receivers: { exchange: { partOf: sample.planId, spent: spentAmounts({ REFUND: refund }) as unknown as Json } } });
  return { valueId: sample.id };
}

interface Paid {
  readonly priceAmount: unknown;
  readonly priceCurrency: string;
  readonly freightAmount: unknown;
  readonly freightCurrency: string | null;
}

/** No more is refunded than was paid, freight included, where both are in one currency. */
function requireRefundOf({ amount, currency }: { readonly amount: string; readonly currency: string }, paid: Paid): void {
  if (paid.priceCurrency !== currency || (paid.freightCurrency ?? currency) !== currency) return;
  const most = thousandths(String(paid.priceAmount)) + thousandths(String(paid.freightAmount ?? '0'));
  const problem = { en: `${(most / 1000).toFixed(2)} ${currency} were paid`, 'zh-CN': `实付 ${(most / 1000).toFixed(2)} ${currency}` };
  requireValid(thousandths(amount) <= most, 'refund.amount', problem, (most / 1000).toFixed(2));
}

/** Currencies have three decimals at most. */
function thousandths(amount: string): number {
  return Math.round(Number(amount) * 1000);
}
