import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { dataCommentMachine } from '../domain/data-comment-machine.js';
import type { WithdrawCommentInput } from '../generated/graphql.js';
import { admittedDataComment } from './admitted-data-comment.js';
import type { ExchangeTransaction } from './database.js';
import { commentDuty } from './open-comment-duty.js';
import { tellOfComment } from './tell-of-comment.js';

/** Withdraws a comment of one's own (撤回意见): it stands beside the data no more, and nobody owes an answer. */
export async function withdrawComment(scope: ActScope<ExchangeTransaction>, input: WithdrawCommentInput): Promise<ActResult> {
  const { unit } = scope;
  const comment = await admittedDataComment(scope, input, 'commenter');
  await unit.tx.dataComment.update({ where: { id: comment.id }, data: dataCommentMachine.move('withdrawComment', comment) });
  const { subjectType, subjectId, row } = comment;
  if (row) tellOfComment(unit, 'WITHDRAWN', { subjectType, subjectId, row });
  await unit.dropDuties(commentDuty, comment.id);
  return { valueId: comment.id };
}
