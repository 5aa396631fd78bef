import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { returnSample as perform } from '../../repository/return-sample.js';

/** 5.2.4 b */
export const returnSample: MutationResolvers['returnSample'] = (_root, { items }, context) =>
  runAct(context, 'returnSample', items, perform, (id) => context.loaders.sample.load(id));
