import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { witnessDisposal as perform } from '../../repository/witness-disposal.js';

/** 样品处置, after 5.4.1 */
export const witnessDisposal: MutationResolvers['witnessDisposal'] = (_root, { items }, context) =>
  runAct(context, 'witnessDisposal', items, perform, (id) => context.loaders.sample.load(id));
