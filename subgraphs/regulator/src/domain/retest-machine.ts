import { StateMachine } from '@hub/kernel/states/state-machine.js';
import type { RetestState } from '../generated/graphql.js';

/** 复检 (after 5.4.1): concluded by the new version of the monitoring data, unless the retention sample cannot be tested. */
export const retestMachine = new StateMachine<
  RetestState,
  'orderRetest' | 'monitoring-center.MonitoringDataFedBack' | 'monitoring-center.RetestImpossible'
>('Retest', {
  orderRetest: { from: [], to: ['ORDERED'] },
  'monitoring-center.MonitoringDataFedBack': { from: ['ORDERED'], to: ['CONCLUDED'] },
  'monitoring-center.RetestImpossible': { from: ['ORDERED'], to: ['IMPOSSIBLE'] },
});
