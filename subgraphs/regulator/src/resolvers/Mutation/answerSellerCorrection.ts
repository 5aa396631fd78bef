import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { answerSellerCorrection as perform } from '../../repository/answer-seller-correction.js';

/** Clause 4 (答复电商更正) */
export const answerSellerCorrection: MutationResolvers['answerSellerCorrection'] = (_root, { items }, context) =>
  runAct(context, 'answerSellerCorrection', items, perform, (id) => context.loaders.sellerCorrection.load(id));
