import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { refuseMembership as perform } from '../../repository/refuse-membership.js';

/** 5.4.4 (不予入会) */
export const refuseMembership: MutationResolvers['refuseMembership'] = (_root, { items }, context) =>
  runAct(context, 'refuseMembership', items, perform, (id) => context.loaders.membershipApplication.load(id));
