import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { closeHazardHandling as perform } from '../../repository/close-hazard-handling.js';

/** 3.1 d */
export const closeHazardHandling: MutationResolvers['closeHazardHandling'] = (_root, { items }, context) =>
  runAct(context, 'closeHazardHandling', items, perform, (id) => context.loaders.hazardHandling.load(id));
