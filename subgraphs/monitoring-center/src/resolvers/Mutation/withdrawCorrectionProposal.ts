import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { withdrawCorrectionProposal as perform } from '../../repository/withdraw-correction-proposal.js';

/** Clause 4 (撤回协商更正) */
export const withdrawCorrectionProposal: MutationResolvers['withdrawCorrectionProposal'] = (_root, { items }, context) =>
  runAct(context, 'withdrawCorrectionProposal', items, perform, (id) => context.loaders.correctionProposal.load(id));
