import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { erasePersons } from '@hub/kernel/personal/personal-records.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import type { EraseNoticeRecipientInput } from '../generated/graphql.js';
import type { RegulatorTransaction } from './database.js';
import { emptyRecipients, type RecipientKeeping } from './recipient-keeping.js';
import { sealRecipientsOfBefore } from './seal-recipients-of-before.js';

/**
 * Erases who took a notice, on request (删除个人信息, 5.4.3 d): the key goes; that, when and how it was served stays, with its evidence.
 *
 * @throws Refusal NOTHING_CHANGED, VALUE_REQUIRED, VALUE_TOO_LONG
 */
export async function eraseNoticeRecipient({ unit, admit }: ActScope<RegulatorTransaction>, { noticeId: id, reason }: EraseNoticeRecipientInput, recipients: RecipientKeeping): Promise<ActResult> {
  const { tx } = unit;
  admit(await tx.resultNotice.findUnique({ where: { id } }), { type: 'ResultNotice', id, field: 'noticeId' });
  // One that a process of the version before has just written is erased all the same.
  while (await sealRecipientsOfBefore(unit, recipients));
  const { recipientId, sealedRecipient } = await tx.resultNotice.findUniqueOrThrow({ where: { id } });
  if (recipientId === null || sealedRecipient === null) throw new Refusal('NOTHING_CHANGED', { field: 'noticeId', parameters: { type: 'ResultNotice' } });
  await erasePersons(unit, [recipientId], requireText('reason', reason, 1000));
  await emptyRecipients(tx, [recipientId]);
  return { valueId: id };
}
