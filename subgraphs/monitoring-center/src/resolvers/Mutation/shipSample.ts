import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { shipSample as perform } from '../../repository/ship-sample.js';

/** 5.2.3 */
export const shipSample: MutationResolvers['shipSample'] = (_root, { items }, context) =>
  runAct(context, 'shipSample', items, perform, (id) => context.loaders.sample.load(id));
