import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { answerCommission } from '../../repository/answer-commission.js';

/** 3.3 a */
export const acceptCommission: MutationResolvers['acceptCommission'] = (_root, { items }, context) =>
  runAct(context, 'acceptCommission', items, answerCommission, (id) => context.loaders.commissionAcceptance.load(id));
