import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { confirmResultNotice as perform } from '../../repository/confirm-result-notice.js';

/** after 5.4.1 */
export const confirmResultNotice: MutationResolvers['confirmResultNotice'] = (_root, { items }, context) =>
  runAct(context, 'confirmResultNotice', items, perform, (id) => context.loaders.receivedResultNotice.load(id));
