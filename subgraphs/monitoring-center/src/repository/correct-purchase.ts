import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { optionalText, requireText } from '@hub/kernel/validation/require-text.js';
import { requireNoRepeat } from '../domain/require-no-repeat.js';
import { requireOtherSeller } from '../domain/require-other-seller.js';
import { sellerContent } from '../domain/seller-content.js';
import type { CorrectPurchaseInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';
import { heldPurchase } from './held-purchase.js';
import { nameSeller } from './name-seller.js';
import { repeatsWithSeller } from './repeats-with-seller.js';

/**
 * Sets right which seller a purchase names, until somebody outside acts on it: from feedback on regulator and platform do (更正购样记录, clause 4).
 *
 * @throws Refusal PURCHASE_FED_BACK, PURCHASE_READS_SO, REPEATED_UNDER_PLAN, VALUE_REQUIRED and the other codes of a value
 */
export async function correctPurchase({ unit, caller, admit, codeLists }: ActScope<MonitoringCenterTransaction>, input: CorrectPurchaseInput): Promise<ActResult> {
  const { tx, now } = unit;
  const { purchaseId: id, expectedRevision } = input;
  const purchase = admit(await heldPurchase(tx, id, caller.partyId), { type: 'Purchase', id, field: 'purchaseId', expectedRevision });
  await requireNotFedBack(tx, purchase.id);
  const seller = sellerContent(input, { codeLists, now });
  requireOtherSeller('purchaseId', purchase, seller);
  const repeats = await repeatsWithSeller(tx, purchase, seller);
  const repeatReason = optionalText('repeatReason', input.repeatReason, 1000) ?? purchase.repeatReason;
  requireNoRepeat(repeats, repeatReason);
  await nameSeller(unit, purchase, { seller, repeats, repeatReason, reason: requireText('reason', input.reason, 1000), acted: actRecord(unit) });
  return { valueId: purchase.id };
}

async function requireNotFedBack(tx: MonitoringCenterTransaction, purchaseId: string): Promise<void> {
  const samples = await tx.sample.findMany({ where: { purchaseId }, select: { id: true } });
  const told = await tx.monitoringData.findFirst({ where: { sampleId: { in: samples.map(({ id }) => id) }, reached: { has: 'FED_BACK' } }, select: { number: true } });
  if (told) throw new Refusal('PURCHASE_FED_BACK', { field: 'purchaseId', parameters: { number: told.number } });
}
