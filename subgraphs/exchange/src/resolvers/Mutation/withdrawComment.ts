import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { withdrawComment as perform } from '../../repository/withdraw-comment.js';

/** 5.4.3 c (撤回意见) */
export const withdrawComment: MutationResolvers['withdrawComment'] = (_root, { items }, context) =>
  runAct(context, 'withdrawComment', items, perform, (id) => context.loaders.dataComment.load(id));
