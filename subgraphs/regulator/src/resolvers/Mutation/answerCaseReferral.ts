import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { answerCaseReferral as perform } from '../../repository/answer-case-referral.js';

/** 3.1 d */
export const answerCaseReferral: MutationResolvers['answerCaseReferral'] = (_root, { items }, context) =>
  runAct(context, 'answerCaseReferral', items, perform, (id) => context.loaders.caseReferral.load(id));
