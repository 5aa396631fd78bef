import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { closeHandling } from '../../repository/close-handling.js';

/** 3.1 d */
export const closeHazardHandling: MutationResolvers['closeHazardHandling'] = (_root, { items }, context) =>
  runAct(context, 'closeHazardHandling', items, closeHandling, (id) => context.loaders.hazardHandling.load(id));
