import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers, RecordMembershipApplicationInput } from '../../generated/graphql.js';
import { recordMembershipApplication as perform } from '../../repository/record-membership-application.js';

/** 5.4.4 (入会申请受理) */
export const recordMembershipApplication: MutationResolvers['recordMembershipApplication'] = (_root, { items }, context) => {
  const { userKeeping } = context;
  const rememberedBy = async (item: RecordMembershipApplicationInput) => ({ ...item, administratorName: await userKeeping.hash(item.administratorName) });
  return runAct(context, 'recordMembershipApplication', items, (scope, item) => perform(scope, item, userKeeping), (id) => context.loaders.membershipApplication.load(id), { rememberedBy });
};
