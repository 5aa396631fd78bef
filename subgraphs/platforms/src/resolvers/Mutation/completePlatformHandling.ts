import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { completePlatformHandling as perform } from '../../repository/complete-platform-handling.js';

/** 5.4.2 */
export const completePlatformHandling: MutationResolvers['completePlatformHandling'] = (_root, { items }, context) =>
  runAct(context, 'completePlatformHandling', items, perform, (id) => context.loaders.handling.load(id));
