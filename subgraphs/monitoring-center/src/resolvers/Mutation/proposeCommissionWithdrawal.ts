import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { proposeCommissionWithdrawal as perform } from '../../repository/propose-commission-withdrawal.js';

/** Clause 4 (协商撤回委托) */
export const proposeCommissionWithdrawal: MutationResolvers['proposeCommissionWithdrawal'] = (_root, { items }, context) =>
  runAct(context, 'proposeCommissionWithdrawal', items, perform, (id) => context.loaders.correctionProposal.load(id));
