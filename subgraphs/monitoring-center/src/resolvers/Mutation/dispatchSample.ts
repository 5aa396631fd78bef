import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { dispatchSample as perform } from '../../repository/dispatch-sample.js';

/** 5.2.4 a */
export const dispatchSample: MutationResolvers['dispatchSample'] = (_root, { items }, context) =>
  runAct(context, 'dispatchSample', items, perform, (id) => context.loaders.sample.load(id));
