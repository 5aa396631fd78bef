import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { proposeSellerCorrection as perform } from '../../repository/propose-seller-correction.js';

/** Clause 4 (协商更正电商) */
export const proposeSellerCorrection: MutationResolvers['proposeSellerCorrection'] = (_root, { items }, context) =>
  runAct(context, 'proposeSellerCorrection', items, perform, (id) => context.loaders.correctionProposal.load(id));
