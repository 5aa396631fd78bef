import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { erasePersons } from '@hub/kernel/personal/personal-records.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import type { EraseMerchantContactInput } from '../generated/graphql.js';
import { emptyContacts, type ContactKeeping } from './contact-keeping.js';
import type { PlatformsTransaction } from './database.js';
import { sealContactsOfBefore } from './seal-contacts-of-before.js';

/**
 * Erases the contact of a merchant, on request (删除个人信息, 5.4.3 d): the key goes, and with it what other merchants of the platform say of the same person.
 *
 * @throws Refusal NOTHING_CHANGED, VALUE_REQUIRED, VALUE_TOO_LONG
 */
export async function eraseMerchantContact({ unit, admit }: ActScope<PlatformsTransaction>, { merchantId: id, reason }: EraseMerchantContactInput, contacts: ContactKeeping): Promise<ActResult> {
  const { tx } = unit;
  admit(await tx.merchant.findUnique({ where: { id } }), { type: 'Merchant', id, field: 'merchantId' });
  // What a process of the version before wrote of the same person is erased with it.
  while (await sealContactsOfBefore(unit, contacts));
  const { contactId, sealedContact } = await tx.merchant.findUniqueOrThrow({ where: { id } });
  if (contactId === null || sealedContact === null) throw new Refusal('NOTHING_CHANGED', { field: 'merchantId', parameters: { type: 'Merchant' } });
  await erasePersons(unit, [contactId], requireText('reason', reason, 1000));
  await emptyContacts(tx, [contactId]);
  return { valueId: id };
}
