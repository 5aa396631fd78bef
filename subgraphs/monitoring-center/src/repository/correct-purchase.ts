import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { optionalText, requireText } from '@hub/kernel/validation/require-text.js';
import type { Prisma, Purchase } from '@hub/prisma/monitoring-center/generated/client.js';
import { identityKeys } from '../domain/purchase-identities.js';
import { requireNoRepeat } from '../domain/require-no-repeat.js';
import { sellerContent } from '../domain/seller-content.js';
import type { CorrectPurchaseInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';
import { followSeller } from './follow-seller.js';
import { lockPlan } from './plan-in-force.js';
import { repeatsUnderPlan } from './repeats-under-plan.js';

/**
 * Sets right which seller a purchase names, until somebody outside acts on it: from feedback on regulator and platform do (更正购样记录,
 * clause 4). What it said stays beside it. Labs, which know no seller, learn nothing, also not that there was a correction.
 *
 * @throws Refusal PURCHASE_FED_BACK, PURCHASE_READS_SO, REPEATED_UNDER_PLAN, VALUE_REQUIRED and the other codes of a value
 */
export async function correctPurchase(scope: ActScope<MonitoringCenterTransaction>, input: CorrectPurchaseInput): Promise<ActResult> {
  const { unit, codeLists } = scope;
  const { tx, now } = unit;
  const before = await heldPurchase(scope, input);
  await requireNotFedBack(tx, before.id);
  const seller = sellerContent(input, { codeLists, now });
  requireOther(before, seller);
  const order = before.orderId === null ? null : await tx.samplingOrder.findUnique({ where: { id: before.orderId } });
  const named = { ...before, ...seller };
  const repeats = await repeatsUnderPlan(tx, { planId: before.planId, replacesSampleId: order?.replacesSampleId ?? null, purchaseId: before.id }, named);
  const repeatReason = optionalText('repeatReason', input.repeatReason, 1000) ?? before.repeatReason;
  requireNoRepeat(repeats, repeatReason);
  const { shopName, merchantName, merchantUscc, sellerRegion } = before;
  const correction = { shopName, merchantName, merchantUscc, sellerRegion, reason: requireText('reason', input.reason, 1000), acted: { ...actRecord(unit) } };
  const purchase = await tx.purchase.update({
    where: { id: before.id },
    data: {
      ...seller,
      repeats: repeats.map((repeat) => ({ ...repeat })),
      repeatReason,
      identityKeys: identityKeys(named),
      corrections: [...(before.corrections as unknown as Prisma.InputJsonValue[]), correction],
      revision: { increment: 1 },
    },
  });
  await followSeller(unit, purchase);
  unit.emit({ kind: 'PurchaseCorrected', subjectType: 'Purchase', subjectId: purchase.id, stamps: stampsOf(purchase), receivers: {} });
  return { valueId: purchase.id };
}

/**
 * The purchase, held with its plan, its samples and what is compiled of them: what is bought under the plan meanwhile is compared with the seller as corrected, and
 * what is compiled or fed back comes before or after.
 */
async function heldPurchase({ unit: { tx }, caller, admit }: ActScope<MonitoringCenterTransaction>, input: CorrectPurchaseInput): Promise<Purchase> {
  const { purchaseId: id, expectedRevision } = input;
  // Of one's own purchases alone: whoever waited for another centre's would know that it exists.
  const own = await tx.purchase.findFirst({ where: { id, holder: caller.partyId }, select: { planId: true } });
  if (own) {
    await lockPlan(tx, own.planId);
    // Commissions before their samples, as whoever withdraws one does.
    await tx.$executeRaw`SELECT 1 FROM inspection_commission WHERE id IN (SELECT commission_id FROM sample WHERE purchase_id = ${id}) ORDER BY id FOR UPDATE`;
    await tx.$executeRaw`SELECT 1 FROM sample WHERE purchase_id = ${id} ORDER BY id FOR UPDATE`;
    await tx.$executeRaw`SELECT 1 FROM monitoring_data WHERE sample_id IN (SELECT id FROM sample WHERE purchase_id = ${id}) ORDER BY id FOR UPDATE`;
  }
  return admit(await tx.purchase.findUnique({ where: { id } }), { type: 'Purchase', id, field: 'purchaseId', expectedRevision });
}

async function requireNotFedBack(tx: MonitoringCenterTransaction, purchaseId: string): Promise<void> {
  const samples = await tx.sample.findMany({ where: { purchaseId }, select: { id: true } });
  const told = await tx.monitoringData.findFirst({ where: { sampleId: { in: samples.map(({ id }) => id) }, reached: { has: 'FED_BACK' } }, select: { number: true } });
  if (told) throw new Refusal('PURCHASE_FED_BACK', { field: 'purchaseId', parameters: { number: told.number } });
}

function requireOther(before: Purchase, seller: ReturnType<typeof sellerContent>): void {
  const same = Object.entries(seller).every(([field, value]) => before[field as keyof typeof seller] === value);
  if (same) throw new Refusal('PURCHASE_READS_SO', { field: 'purchaseId', parameters: { number: before.number } });
}
