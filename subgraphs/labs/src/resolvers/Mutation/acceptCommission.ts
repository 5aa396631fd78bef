import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { acceptCommission as perform } from '../../repository/accept-commission.js';

/** 3.3 a */
export const acceptCommission: MutationResolvers['acceptCommission'] = (_root, { items }, context) =>
  runAct(context, 'acceptCommission', items, perform, (id) => context.loaders.commissionAcceptance.load(id));
