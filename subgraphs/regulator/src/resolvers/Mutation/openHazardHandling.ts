import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { openHandling } from '../../repository/open-handling.js';

/** 3.1 d */
export const openHazardHandling: MutationResolvers['openHazardHandling'] = (_root, { items }, context) =>
  runAct(context, 'openHazardHandling', items, openHandling, (id) => context.loaders.hazardHandling.load(id));
