import type { RowReadingAnswered } from '@hub/kernel/sharing/row-reading.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { keyTerms } from '@hub/schema/generated/key-terms.js';
import { dataCommentMachine } from '../domain/data-comment-machine.js';
import type { ExchangeTransaction } from './database.js';
import { tellOfComment } from './tell-of-comment.js';

/**
 * Puts a comment on record beside the row (意见, 5.4.3 c) by the word of the row's owner: it is shown to the firm and concerns it. Everything else is one outcome,
 * which tells nothing of the row. The clock begins later, see openCommentDuty.
 */
export async function putCommentOnRecord(unit: UnitOfWork<ExchangeTransaction>, source: string, id: string, { readings, row }: RowReadingAnswered): Promise<void> {
  await unit.tx.$queryRaw`SELECT id FROM data_comment WHERE id = ${id} FOR UPDATE`;
  const comment = await unit.tx.dataComment.findUnique({ where: { id } });
  // One that was withdrawn meanwhile stays so.
  if (!comment || keyTerms.get(comment.subjectType)?.owner !== source || !dataCommentMachine.leadsFrom('CommentPutOnRecord', comment)) return;
  const { commenterId, subjectType, subjectId } = comment;
  const holder = await unit.tx.participant.findUnique({ where: { id: row?.holder ?? '' } });
  if (!row || !holder || holder.id === commenterId || !row.concerned.includes(commenterId) || (readings[0]?.fields.length ?? 0) === 0) {
    await unit.tx.dataComment.update({ where: { id }, data: dataCommentMachine.move('CommentNotAdmitted', comment) });
    return;
  }
  const stamps = { ...row, concerned: [...row.concerned], reached: [...row.reached] };
  const rowId = `${subjectType}:${subjectId}`;
  await unit.tx.commentedRow.upsert({ where: { id: rowId }, create: { id: rowId, subjectType, subjectId, ...stamps }, update: stamps });
  await unit.tx.dataComment.update({ where: { id }, data: { holder: holder.id, rowId, ...dataCommentMachine.move('CommentPutOnRecord', comment) } });
  tellOfComment(unit, 'PUT_ON_RECORD', { subjectType, subjectId, row: stamps });
}
