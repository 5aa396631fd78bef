import { StateMachine } from '@hub/kernel/states/state-machine.js';

/** A purchase is returned with its sample (5.2.2, 5.2.4 b). */
export const purchaseMachine = new StateMachine('Purchase', {
  recordPurchase: { from: [], to: ['PURCHASED'] },
  returnSample: { from: ['PURCHASED'], to: ['RETURNED'] },
});
