import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { optionalText, requireText } from '@hub/kernel/validation/require-text.js';
import { issuingRegulator } from '../domain/issuing-regulator.js';
import { planFollowers } from '../domain/plan-followers.js';
import { requireNoRepeat } from '../domain/require-no-repeat.js';
import { requireOtherSeller } from '../domain/require-other-seller.js';
import { sellerContent } from '../domain/seller-content.js';
import type { ProposeSellerCorrectionInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';
import { heldPurchase } from './held-purchase.js';
import { proposeCorrection } from './propose-correction.js';
import { repeatsWithSeller } from './repeats-with-seller.js';
import { requireNothingProposed } from './require-nothing-proposed.js';

/**
 * Asks the regulator that monitoring data were fed back to, to agree that they name the wrong seller (协商更正电商, clause 4). Labs, platforms and sellers learn nothing until a new
 * version is fed back.
 *
 * @throws Refusal PURCHASE_READS_SO, REPEATED_UNDER_PLAN, CORRECTION_PROPOSED, VALUE_REQUIRED and the other codes of a value
 */
export async function proposeSellerCorrection(scope: ActScope<MonitoringCenterTransaction>, input: ProposeSellerCorrectionInput): Promise<ActResult> {
  const { unit, codeLists } = scope;
  const { tx, now } = unit;
  const { data, purchase } = await heldData(scope, input);
  const seller = sellerContent(input, { codeLists, now });
  requireOtherSeller('monitoringDataId', purchase, seller);
  const repeatReason = optionalText('repeatReason', input.repeatReason, 1000) ?? purchase.repeatReason;
  requireNoRepeat(await repeatsWithSeller(tx, purchase, seller), repeatReason);
  await requireNothingProposed(tx, 'monitoringDataId', [data.sampleId]);
  const proposal = await proposeCorrection(
    unit,
    'proposeSellerCorrection',
    {
      kind: 'SELLER',
      planId: data.planId,
      askedOf: issuingRegulator(data.planId, data.concerned),
      monitoringDataId: data.id,
      sampleIds: [data.sampleId],
      seller: { ...seller, repeatReason },
      reason: requireText('reason', input.reason, 1000),
      holder: data.holder,
      concerned: planFollowers(data),
    },
    { regulator: { monitoringDataId: data.id, ...seller } },
  );
  return { valueId: proposal.id };
}

/** The monitoring data with the purchase that they rest on, held. */
async function heldData({ unit: { tx }, admit }: ActScope<MonitoringCenterTransaction>, { monitoringDataId: id, expectedRevision }: ProposeSellerCorrectionInput) {
  const read = async () => admit(await tx.monitoringData.findUnique({ where: { id } }), { type: 'MonitoringData', id, field: 'monitoringDataId', expectedRevision });
  // Nobody waits for what is another's.
  const { sampleId, holder } = await read();
  const { purchaseId } = await tx.sample.findUniqueOrThrow({ where: { id: sampleId }, select: { purchaseId: true } });
  await heldPurchase(tx, purchaseId, holder);
  return { data: await read(), purchase: await tx.purchase.findUniqueOrThrow({ where: { id: purchaseId } }) };
}
