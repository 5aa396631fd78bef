import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { extendDataCorrection as performing } from '../../repository/extend-data-correction.js';

/** 5.4.3 c (延期) */
export const extendDataCorrection: MutationResolvers['extendDataCorrection'] = (_root, { items }, context) =>
  runAct(context, 'extendDataCorrection', items, performing(context.workingCalendar()), (id) => context.loaders.dataCorrection.load(id));
