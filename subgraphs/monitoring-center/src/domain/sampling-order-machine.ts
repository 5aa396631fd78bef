import { StateMachine } from '@hub/kernel/states/state-machine.js';

/** A sampling order (采样任务, 5.2.2) is fulfilled with the last purchase under it. */
export const samplingOrderMachine = new StateMachine('SamplingOrder', {
  orderSampling: { from: [], to: ['ORDERED'] },
  orderReplacementSample: { from: [], to: ['ORDERED'] },
  recordPurchase: { to: ['ORDERED', 'FULFILLED'] },
  cancelSamplingOrder: { to: ['CANCELLED'] },
});
