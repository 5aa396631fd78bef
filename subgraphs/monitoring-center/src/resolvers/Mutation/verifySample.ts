import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { verifySample as perform } from '../../repository/verify-sample.js';

/** 5.2.4 */
export const verifySample: MutationResolvers['verifySample'] = (_root, { items }, context) =>
  runAct(context, 'verifySample', items, perform, (id) => context.loaders.sample.load(id));
