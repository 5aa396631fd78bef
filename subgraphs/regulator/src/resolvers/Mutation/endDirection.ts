import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { endDirection as perform } from '../../repository/end-direction.js';

/** 3.1 d */
export const endDirection: MutationResolvers['endDirection'] = (_root, { items }, context) =>
  runAct(context, 'endDirection', items, perform, (id) => context.loaders.hazardDirection.load(id));
