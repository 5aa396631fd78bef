import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { withdrawSharing as perform } from '../../repository/withdraw-sharing.js';

/** 5.4.3 (撤销授权) */
export const withdrawSharing: MutationResolvers['withdrawSharing'] = (_root, { items }, context) =>
  runAct(context, 'withdrawSharing', items, perform, (id) => context.loaders.sharingGrant.load(id));
