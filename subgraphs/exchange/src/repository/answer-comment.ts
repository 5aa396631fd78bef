import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { dataCommentMachine } from '../domain/data-comment-machine.js';
import type { AnswerCommentInput } from '../generated/graphql.js';
import { admittedDataComment } from './admitted-data-comment.js';
import type { ExchangeTransaction } from './database.js';
import { commentDuty } from './open-comment-duty.js';
import { tellOfComment } from './tell-of-comment.js';

/** Answers a comment on record (答复意见, 5.4.3 c). */
export async function answerComment(scope: ActScope<ExchangeTransaction>, input: AnswerCommentInput): Promise<ActResult> {
  const { unit } = scope;
  const comment = await admittedDataComment(scope, input, 'holder');
  const data = { answer: requireText('answer', input.answer), answered: { ...actRecord(unit) }, ...dataCommentMachine.move('answerComment', comment) };
  await unit.tx.dataComment.update({ where: { id: comment.id }, data });
  const { subjectType, subjectId, row } = comment;
  if (row) tellOfComment(unit, 'ANSWERED', { subjectType, subjectId, row });
  await unit.closeDuties(commentDuty, comment.id);
  return { valueId: comment.id };
}
