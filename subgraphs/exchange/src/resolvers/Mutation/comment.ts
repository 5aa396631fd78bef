import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { comment as perform } from '../../repository/comment.js';

/** 5.4.3 c (意见) */
export const comment: MutationResolvers['comment'] = (_root, { items }, context) =>
  runAct(context, 'comment', items, perform, (id) => context.loaders.dataComment.load(id));
