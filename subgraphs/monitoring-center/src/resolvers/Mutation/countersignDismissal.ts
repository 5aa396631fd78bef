import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { countersignDismissal as perform } from '../../repository/countersign-dismissal.js';

/** 5.1.2 a */
export const countersignDismissal: MutationResolvers['countersignDismissal'] = (_root, { items }, context) =>
  runAct(context, 'countersignDismissal', items, perform, (id) => context.loaders.assessment.load(id));
