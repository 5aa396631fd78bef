import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { reportDirection as perform } from '../../repository/report-direction.js';

/** 3.1 d */
export const reportDirection: MutationResolvers['reportDirection'] = (_root, { items }, context) =>
  runAct(context, 'reportDirection', items, perform, (id) => context.loaders.fulfilment.load(id));
