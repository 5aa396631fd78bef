import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { withdrawMembershipApplication as perform } from '../../repository/withdraw-membership-application.js';

/** 5.4.4 (撤回入会申请) */
export const withdrawMembershipApplication: MutationResolvers['withdrawMembershipApplication'] = (_root, { items }, context) =>
  runAct(context, 'withdrawMembershipApplication', items, perform, (id) => context.loaders.membershipApplication.load(id));
