import type { PersonalRecords } from '@hub/kernel/personal/personal-records.js';
import type { NoticeRecipient } from '../domain/notice-recipient.js';
import type { RegulatorTransaction } from './database.js';

/** How it is kept who took notices (5.4.3 d): of each notice a person of their own. */
export type RecipientKeeping = PersonalRecords<NoticeRecipient>;

/** Empties what notices hold encrypted of recipients who are erased. */
export async function emptyRecipients(tx: RegulatorTransaction, recipientIds: readonly string[]): Promise<void> {
  await tx.resultNotice.updateMany({ where: { recipientId: { in: [...recipientIds] } }, data: { sealedRecipient: null } });
}
