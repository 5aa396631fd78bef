import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { withdrawSharingRequest as perform } from '../../repository/withdraw-sharing-request.js';

/** 5.4.3 (撤回申请) */
export const withdrawSharingRequest: MutationResolvers['withdrawSharingRequest'] = (_root, { items }, context) =>
  runAct(context, 'withdrawSharingRequest', items, perform, (id) => context.loaders.sharingRequest.load(id));
