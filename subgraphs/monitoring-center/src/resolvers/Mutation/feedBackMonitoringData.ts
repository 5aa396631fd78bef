import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { feedBackMonitoringData as perform } from '../../repository/feed-back-monitoring-data.js';

/** 5.4.1 */
export const feedBackMonitoringData: MutationResolvers['feedBackMonitoringData'] = (_root, { items }, context) =>
  runAct(context, 'feedBackMonitoringData', items, perform, (id) => context.loaders.monitoringData.load(id));
