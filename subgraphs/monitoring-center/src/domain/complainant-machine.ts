import { StateMachine } from '@hub/kernel/states/state-machine.js';

/** Who complained (投诉人, 5.1.1 a): kept until somebody asks for erasure or the time is over, and never again after that. */
export const complainantMachine = new StateMachine('Complainant', {
  takeInRiskInformation: { from: [], to: ['KEPT'] },
  eraseComplainant: { to: ['ERASED'] },
  ComplainantExpired: { from: ['KEPT'], to: ['ERASED'] },
});
