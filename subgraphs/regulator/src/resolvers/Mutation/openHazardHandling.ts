import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { openHazardHandling as perform } from '../../repository/open-hazard-handling.js';

/** 3.1 d */
export const openHazardHandling: MutationResolvers['openHazardHandling'] = (_root, { items }, context) =>
  runAct(context, 'openHazardHandling', items, perform, (id) => context.loaders.hazardHandling.load(id));
