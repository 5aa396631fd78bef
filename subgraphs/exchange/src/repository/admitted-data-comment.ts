import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { CommentedRow, DataComment } from '@hub/prisma/exchange/generated/client.js';
import type { ExchangeTransaction } from './database.js';

/**
 * The comment that an item names, locked, for the holder of the data or for the firm that made it.
 *
 * @throws Refusal NOT_FOUND, STATE_NOT_POSSIBLE, REVISION_CONFLICT
 */
export async function admittedDataComment(
  { unit, caller, admit }: ActScope<ExchangeTransaction>,
  { commentId: id, expectedRevision }: { readonly commentId: string; readonly expectedRevision?: number | null | undefined },
  by: 'holder' | 'commenter',
): Promise<DataComment & { readonly row: CommentedRow | null }> {
  // What is not locked is not acted on: it may have come to concern the caller since.
  const [locked] = await unit.tx.$queryRaw<{ id: string }[]>`SELECT id FROM data_comment WHERE id = ${id} AND (holder = ${caller.partyId} OR commenter_id = ${caller.partyId}) FOR UPDATE`;
  const comment = admit(locked ? await unit.tx.dataComment.findUnique({ where: { id }, include: { row: true } }) : null, { type: 'DataComment', id, field: 'commentId', expectedRevision });
  if ((by === 'commenter' ? comment.commenterId : comment.holder) !== caller.partyId) throw new Refusal('NOT_FOUND', { field: 'commentId', parameters: { type: 'DataComment', id } });
  return comment;
}
