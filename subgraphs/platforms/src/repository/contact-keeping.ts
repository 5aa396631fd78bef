import type { PersonalRecords, ToldPerson } from '@hub/kernel/personal/personal-records.js';
import type { MerchantContact } from '../domain/merchant-contact.js';
import type { PlatformsTransaction } from './database.js';

/** How contacts of merchants are kept (5.4.3 d): at each platform a telephone number is one person. */
export type ContactKeeping = PersonalRecords<MerchantContact>;

/** A contact as a platform tells it. */
export function toldContact(platformId: string, content: MerchantContact): ToldPerson<MerchantContact> {
  return { holder: platformId, content, ...(content.phone !== null && { known: { at: platformId, by: content.phone } }) };
}

/** Empties what merchants hold encrypted of contacts who are erased. */
export async function emptyContacts(tx: PlatformsTransaction, contactIds: readonly string[]): Promise<void> {
  await tx.merchant.updateMany({ where: { contactId: { in: [...contactIds] } }, data: { sealedContact: null } });
}
