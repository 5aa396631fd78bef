import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { requestDataCorrection as perform } from '../../repository/request-data-correction.js';

/** 5.4.3 c (数据勘误申请) */
export const requestDataCorrection: MutationResolvers['requestDataCorrection'] = (_root, { items }, context) =>
  runAct(context, 'requestDataCorrection', items, perform, (id) => context.loaders.dataCorrection.load(id));
