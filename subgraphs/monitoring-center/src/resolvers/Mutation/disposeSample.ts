import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { disposeSample as perform } from '../../repository/dispose-sample.js';

/** 样品处置, after 5.4.1 */
export const disposeSample: MutationResolvers['disposeSample'] = (_root, { items }, context) =>
  runAct(context, 'disposeSample', items, perform, (id) => context.loaders.sample.load(id));
