import { StateMachine } from '@hub/kernel/states/state-machine.js';

/**
 * 指令履行 (3.1 d): with the addressee until it holds that all is done, then with the regulator, who ends it or sends it back.
 * The regulator may also end or withdraw it without a report, having recorded the answer itself.
 */
export const directionFulfilmentMachine = new StateMachine('DirectionFulfilment', {
  'regulator.DirectionIssued': { from: [], to: ['RECEIVED'] },
  reportDirection: { to: ['RECEIVED', 'REPORTED'] },
  'regulator.DirectionEnded': { from: ['RECEIVED', 'REPORTED'], to: ['RECEIVED', 'ENDED', 'WITHDRAWN'] },
});
