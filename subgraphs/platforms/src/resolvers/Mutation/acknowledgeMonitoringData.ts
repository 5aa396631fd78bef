import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { acknowledgeMonitoringData as perform } from '../../repository/acknowledge-monitoring-data.js';

/** 5.4.2 */
export const acknowledgeMonitoringData: MutationResolvers['acknowledgeMonitoringData'] = (_root, { items }, context) =>
  runAct(context, 'acknowledgeMonitoringData', items, perform, (id) => context.loaders.acknowledgement.load(id));
