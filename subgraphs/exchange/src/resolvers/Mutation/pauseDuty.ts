import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { pauseDuty as perform } from '../../repository/pause-duty.js';

/** 5.4.3 b (中止计时) */
export const pauseDuty: MutationResolvers['pauseDuty'] = (_root, { items }, context) =>
  runAct(context, 'pauseDuty', items, perform, (id) => context.loaders.duty.load(id));
