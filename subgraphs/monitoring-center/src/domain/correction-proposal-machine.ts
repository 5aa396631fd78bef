import { StateMachine } from '@hub/kernel/states/state-machine.js';

/** A correction that another party is asked to agree to (协商更正, clause 4). An answer that crosses its withdrawal counts: the other party has acted on it. */
export const correctionProposalMachine = new StateMachine('CorrectionProposal', {
  proposeCommissionWithdrawal: { from: [], to: ['PROPOSED'] },
  proposeLabelCorrection: { from: [], to: ['PROPOSED'] },
  proposeSellerCorrection: { from: [], to: ['PROPOSED'] },
  withdrawCorrectionProposal: { to: ['WITHDRAWN'] },
  'labs.CommissionCorrectionAnswered': { from: ['PROPOSED', 'WITHDRAWN'], to: ['AGREED', 'REFUSED'] },
  'regulator.SellerCorrectionAnswered': { from: ['PROPOSED', 'WITHDRAWN'], to: ['AGREED', 'REFUSED'] },
  // A commission that was reported on is not withdrawn any more.
  'labs.InspectionReportIssued': { from: ['PROPOSED'], to: ['LAPSED'] },
  'labs.InspectionFailed': { from: ['PROPOSED'], to: ['LAPSED'] },
});
