import { StateMachine } from '@hub/kernel/states/state-machine.js';

/** A sampling order (采样任务, 5.2.2) is fulfilled with the last purchase under it, or ends with its plan. */
export const samplingOrderMachine = new StateMachine('SamplingOrder', {
  orderSampling: { from: [], to: ['ORDERED'] },
  orderReplacementSample: { from: [], to: ['ORDERED'] },
  recordPurchase: { to: ['ORDERED', 'FULFILLED'] },
  cancelSamplingOrder: { to: ['CANCELLED'] },
  'regulator.MonitoringPlanCancelled': { from: ['ORDERED'], to: ['CANCELLED'] },
  'regulator.MonitoringPlanCompleted': { from: ['ORDERED'], to: ['CANCELLED'] },
});
