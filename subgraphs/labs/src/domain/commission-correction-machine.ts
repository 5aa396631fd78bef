import { StateMachine } from '@hub/kernel/states/state-machine.js';

/** States of a correction that the centre asks a lab to agree to (收到的委托更正, clause 4). */
export const commissionCorrectionMachine = new StateMachine('CommissionCorrection', {
  // One that a report or a failure has crossed arrives lapsed.
  'monitoring-center.CorrectionProposed': { from: [], to: ['RECEIVED', 'LAPSED'] },
  'monitoring-center.CorrectionProposalWithdrawn': { from: ['RECEIVED'], to: ['WITHDRAWN'] },
  answerCommissionCorrection: { to: ['AGREED', 'REFUSED'] },
  // A commission that was reported on is not withdrawn any more, and of one that was declined its lab has nothing to say.
  acceptCommission: { from: ['RECEIVED'], to: ['LAPSED'] },
  issueInspectionReport: { from: ['RECEIVED'], to: ['LAPSED'] },
  reportInspectionFailure: { from: ['RECEIVED'], to: ['LAPSED'] },
});
