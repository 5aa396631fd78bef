import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { reserveTargets as perform } from '../../repository/reserve-targets.js';

/** 5.2.2 */
export const reserveTargets: MutationResolvers['reserveTargets'] = (_root, { items }, context) =>
  runAct(context, 'reserveTargets', items, perform, (id) => context.loaders.samplingOrder.load(id));
