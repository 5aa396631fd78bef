import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { correctData as perform } from '../../repository/correct-data.js';

/** 5.4.3 c (更正) */
export const correctData: MutationResolvers['correctData'] = (_root, { items }, context) =>
  runAct(context, 'correctData', items, perform, (id) => context.loaders.dataCorrection.load(id));
