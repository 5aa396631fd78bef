import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { withdrawResultNotice as perform } from '../../repository/withdraw-result-notice.js';

/** after 5.4.1 */
export const withdrawResultNotice: MutationResolvers['withdrawResultNotice'] = (_root, { items }, context) =>
  runAct(context, 'withdrawResultNotice', items, perform, (id) => context.loaders.resultNotice.load(id));
