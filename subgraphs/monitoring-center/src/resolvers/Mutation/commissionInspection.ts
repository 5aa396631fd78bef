import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { commissionInspection as perform } from '../../repository/commission-inspection.js';

/** 3.2 c */
export const commissionInspection: MutationResolvers['commissionInspection'] = (_root, { items }, context) =>
  runAct(context, 'commissionInspection', items, perform, (id) => context.loaders.inspectionCommission.load(id));
