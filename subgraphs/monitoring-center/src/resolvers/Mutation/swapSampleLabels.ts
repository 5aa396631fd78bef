import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { swapSampleLabels as perform } from '../../repository/swap-sample-labels.js';

/** Clause 4 (更正样品标签) */
export const swapSampleLabels: MutationResolvers['swapSampleLabels'] = (_root, { items }, context) =>
  runAct(context, 'swapSampleLabels', items, perform, (id) => context.loaders.sample.load(id));
