import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { recordMembershipApplication as perform } from '../../repository/record-membership-application.js';

/** 5.4.4 (入会申请受理) */
export const recordMembershipApplication: MutationResolvers['recordMembershipApplication'] = (_root, { items }, context) =>
  runAct(context, 'recordMembershipApplication', items, perform, (id) => context.loaders.membershipApplication.load(id));
