import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { refuseSharing as perform } from '../../repository/refuse-sharing.js';

/** 5.4.3 (不予授权) */
export const refuseSharing: MutationResolvers['refuseSharing'] = (_root, { items }, context) =>
  runAct(context, 'refuseSharing', items, perform, (id) => context.loaders.sharingRequest.load(id));
