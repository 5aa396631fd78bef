import { StateMachine } from '@hub/kernel/states/state-machine.js';
import type { DataCommentState } from '../generated/graphql.js';

/** A comment of the firm concerned (意见, 5.4.3 c): on record by the owner's word, answered by the holder. */
export const dataCommentMachine = new StateMachine<
  DataCommentState,
  'comment' | 'CommentPutOnRecord' | 'CommentNotAdmitted' | 'answerComment' | 'withdrawComment'
>('DataComment', {
  comment: { from: [], to: ['SUBMITTED'] },
  CommentPutOnRecord: { from: ['SUBMITTED'], to: ['ON_RECORD'] },
  CommentNotAdmitted: { from: ['SUBMITTED'], to: ['NOT_ADMITTED'] },
  answerComment: { to: ['ANSWERED'] },
  withdrawComment: { to: ['WITHDRAWN'] },
});
