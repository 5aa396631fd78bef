import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { withdrawCommission as perform } from '../../repository/withdraw-commission.js';

/** Clause 4 (撤回委托) */
export const withdrawCommission: MutationResolvers['withdrawCommission'] = (_root, { items }, context) =>
  runAct(context, 'withdrawCommission', items, perform, (id) => context.loaders.inspectionCommission.load(id));
