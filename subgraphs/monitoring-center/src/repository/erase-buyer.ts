import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { erasePersons } from '@hub/kernel/personal/personal-records.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import type { EraseBuyerInput } from '../generated/graphql.js';
import { emptyBuyers, type BuyerKeeping } from './buyer-keeping.js';
import type { MonitoringCenterTransaction } from './database.js';
import { sealBuyersOfBefore } from './seal-buyers-of-before.js';

/**
 * Erases who bought under the account of a purchase, on request (删除个人信息, 5.4.3 d): the key goes, and with it what every purchase under that account says of its buyer.
 *
 * @throws Refusal NOTHING_CHANGED, VALUE_REQUIRED, VALUE_TOO_LONG
 */
export async function eraseBuyer({ unit, admit }: ActScope<MonitoringCenterTransaction>, { purchaseId: id, reason }: EraseBuyerInput, buyers: BuyerKeeping): Promise<ActResult> {
  const { tx } = unit;
  admit(await tx.purchase.findUnique({ where: { id } }), { type: 'Purchase', id, field: 'purchaseId' });
  // What a process of the version before wrote of the same account is erased with it.
  while (await sealBuyersOfBefore(unit, buyers));
  const { buyerId, sealedBuyer } = await tx.purchase.findUniqueOrThrow({ where: { id } });
  if (buyerId === null || sealedBuyer === null) throw new Refusal('NOTHING_CHANGED', { field: 'purchaseId', parameters: { type: 'Purchase' } });
  await erasePersons(unit, [buyerId], requireText('reason', reason, 1000));
  await emptyBuyers(tx, [buyerId]);
  return { valueId: id };
}
