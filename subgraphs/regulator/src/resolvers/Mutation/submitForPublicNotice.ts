import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { submitForPublicNotice as perform } from '../../repository/submit-for-public-notice.js';

/** After 5.4.1 */
export const submitForPublicNotice: MutationResolvers['submitForPublicNotice'] = (_root, { items }, context) =>
  runAct(context, 'submitForPublicNotice', items, perform, (id) => context.loaders.receivedMonitoringData.load(id));
