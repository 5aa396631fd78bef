import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { answerComment as perform } from '../../repository/answer-comment.js';

/** 5.4.3 c (答复意见) */
export const answerComment: MutationResolvers['answerComment'] = (_root, { items }, context) =>
  runAct(context, 'answerComment', items, perform, (id) => context.loaders.dataComment.load(id));
