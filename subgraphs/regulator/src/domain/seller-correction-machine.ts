import { StateMachine } from '@hub/kernel/states/state-machine.js';

/** States of a correction that the centre asks a regulator to agree to (收到的电商更正, clause 4). */
export const sellerCorrectionMachine = new StateMachine('SellerCorrection', {
  'monitoring-center.CorrectionProposed': { from: [], to: ['RECEIVED'] },
  'monitoring-center.CorrectionProposalWithdrawn': { from: ['RECEIVED'], to: ['WITHDRAWN'] },
  answerSellerCorrection: { to: ['AGREED', 'REFUSED'] },
});
