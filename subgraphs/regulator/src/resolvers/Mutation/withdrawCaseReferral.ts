import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { withdrawCaseReferral as perform } from '../../repository/withdraw-case-referral.js';

/** 3.1 d */
export const withdrawCaseReferral: MutationResolvers['withdrawCaseReferral'] = (_root, { items }, context) =>
  runAct(context, 'withdrawCaseReferral', items, perform, (id) => context.loaders.caseReferral.load(id));
