import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { notifyOfRisk as perform } from '../../repository/notify-of-risk.js';

/** 5.1.2 b */
export const notifyOfRisk: MutationResolvers['notifyOfRisk'] = (_root, { items }, context) =>
  runAct(context, 'notifyOfRisk', items, perform, (id) => context.loaders.assessment.load(id));
