import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { grantSharing as perform } from '../../repository/grant-sharing.js';

/** 5.4.3 (共享授权) */
export const grantSharing: MutationResolvers['grantSharing'] = (_root, { items }, context) =>
  runAct(context, 'grantSharing', items, perform, (id) => context.loaders.sharingRequest.load(id));
