import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { publicNoticeMachine } from '../domain/public-notice-machine.js';
import type { WithdrawPublicNoticeInput } from '../generated/graphql.js';
import type { RegulatorTransaction } from './database.js';

/** Withdraws a public notice (撤回公告, after 5.4.1): it stays readable, with the reason beside it. */
export async function withdrawPublicNotice(
  { unit, caller, admit }: ActScope<RegulatorTransaction>,
  input: WithdrawPublicNoticeInput,
): Promise<ActResult> {
  const { publicNoticeId: id, expectedRevision } = input;
  await unit.tx.$queryRaw`SELECT id FROM public_notice WHERE id = ${id} AND holder = ${caller.partyId} FOR UPDATE`;
  const before = admit(await unit.tx.publicNotice.findUnique({ where: { id } }), { type: 'PublicNotice', id, field: 'publicNoticeId', expectedRevision });
  const withdrawReason = requireText('reason', input.reason);
  const notice = await unit.tx.publicNotice.update({ where: { id }, data: { ...publicNoticeMachine.move('withdrawPublicNotice', before), withdrawReason } });
  await unit.closeDuties('WithdrawPublicNotice', id);
  unit.emit({ kind: 'PublicNoticeWithdrawn', subjectType: 'PublicNotice', subjectId: id, stamps: stampsOf(notice), receivers: {} });
  return { valueId: id };
}
