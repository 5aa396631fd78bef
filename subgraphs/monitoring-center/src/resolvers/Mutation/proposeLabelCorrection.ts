import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { proposeLabelCorrection as perform } from '../../repository/propose-label-correction.js';

/** Clause 4 (协商更正样品标签) */
export const proposeLabelCorrection: MutationResolvers['proposeLabelCorrection'] = (_root, { items }, context) =>
  runAct(context, 'proposeLabelCorrection', items, perform, (id) => context.loaders.correctionProposal.load(id));
