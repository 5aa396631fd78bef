import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { answerCommissionCorrection as perform } from '../../repository/answer-commission-correction.js';

/** Clause 4 (答复委托更正) */
export const answerCommissionCorrection: MutationResolvers['answerCommissionCorrection'] = (_root, { items }, context) =>
  runAct(context, 'answerCommissionCorrection', items, perform, (id) => context.loaders.commissionCorrection.load(id));
