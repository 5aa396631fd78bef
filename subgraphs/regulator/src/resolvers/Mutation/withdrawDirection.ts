import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { withdrawDirection as perform } from '../../repository/withdraw-direction.js';

/** 3.1 d */
export const withdrawDirection: MutationResolvers['withdrawDirection'] = (_root, { items }, context) =>
  runAct(context, 'withdrawDirection', items, perform, (id) => context.loaders.hazardDirection.load(id));
