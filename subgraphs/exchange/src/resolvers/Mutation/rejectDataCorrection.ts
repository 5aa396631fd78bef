import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { rejectDataCorrection as perform } from '../../repository/reject-data-correction.js';

/** 5.4.3 c (不予更正) */
export const rejectDataCorrection: MutationResolvers['rejectDataCorrection'] = (_root, { items }, context) =>
  runAct(context, 'rejectDataCorrection', items, perform, (id) => context.loaders.dataCorrection.load(id));
