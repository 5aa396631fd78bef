import { StateMachine } from '@hub/kernel/states/state-machine.js';

/** A correction that another party is asked to agree to (协商更正, clause 4). An answer that crosses its withdrawal counts: the other party has acted on it. */
export const correctionProposalMachine = new StateMachine('CorrectionProposal', {
  proposeCommissionWithdrawal: { from: [], to: ['PROPOSED'] },
  proposeLabelCorrection: { from: [], to: ['PROPOSED'] },
  proposeSellerCorrection: { from: [], to: ['PROPOSED'] },
  withdrawCorrectionProposal: { to: ['WITHDRAWN'] },
  'labs.CommissionCorrectionAnswered': { from: ['PROPOSED', 'WITHDRAWN'], to: ['AGREED', 'REFUSED'] },
  'regulator.SellerCorrectionAnswered': { from: ['PROPOSED', 'WITHDRAWN'], to: ['AGREED', 'REFUSED'] },
  // Overtaken there: by a report, a failure, or because the lab has the commission no more.
  'labs.CommissionCorrectionEnded': { from: ['PROPOSED'], to: ['LAPSED'] },
  'regulator.SellerCorrectionEnded': { from: ['PROPOSED'], to: ['LAPSED'] },
});
