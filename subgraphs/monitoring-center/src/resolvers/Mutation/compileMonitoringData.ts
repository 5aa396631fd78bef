import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { compileMonitoringData as perform } from '../../repository/compile-monitoring-data.js';

/** 3.2 d */
export const compileMonitoringData: MutationResolvers['compileMonitoringData'] = (_root, { items }, context) =>
  runAct(context, 'compileMonitoringData', items, perform, (id) => context.loaders.monitoringData.load(id));
