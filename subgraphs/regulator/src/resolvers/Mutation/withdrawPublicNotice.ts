import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { withdrawPublicNotice as perform } from '../../repository/withdraw-public-notice.js';

/** after 5.4.1 */
export const withdrawPublicNotice: MutationResolvers['withdrawPublicNotice'] = (_root, { items }, context) =>
  runAct(context, 'withdrawPublicNotice', items, perform, (id) => context.loaders.publicNotice.load(id));
