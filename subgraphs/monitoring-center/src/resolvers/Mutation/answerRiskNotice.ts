import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { answerRiskNotice as perform } from '../../repository/answer-risk-notice.js';

/** 5.1.2 b */
export const answerRiskNotice: MutationResolvers['answerRiskNotice'] = (_root, { items }, context) =>
  runAct(context, 'answerRiskNotice', items, perform, (id) => context.loaders.riskNotice.load(id));
