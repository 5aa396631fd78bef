import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { withdrawDataCorrection as perform } from '../../repository/withdraw-data-correction.js';

/** 5.4.3 c (撤回) */
export const withdrawDataCorrection: MutationResolvers['withdrawDataCorrection'] = (_root, { items }, context) =>
  runAct(context, 'withdrawDataCorrection', items, perform, (id) => context.loaders.dataCorrection.load(id));
