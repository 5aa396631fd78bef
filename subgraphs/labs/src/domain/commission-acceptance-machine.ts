import { StateMachine } from '@hub/kernel/states/state-machine.js';

/** States of a commission at the lab (委托受理状态, 3.3 a). */
export const commissionAcceptanceMachine = new StateMachine('CommissionAcceptance', {
  'monitoring-center.InspectionCommissioned': { from: [], to: ['RECEIVED'] },
  acceptCommission: { to: ['ACCEPTED', 'DECLINED'] },
  // Also where the answer crossed the withdrawal: the centre had not heard it, and has dispatched nothing.
  'monitoring-center.CommissionWithdrawn': { from: ['RECEIVED', 'ACCEPTED'], to: ['WITHDRAWN'] },
  // With the lab's word.
  answerCommissionCorrection: { from: ['ACCEPTED'], to: ['WITHDRAWN'] },
  // With the last of its samples.
  issueInspectionReport: { from: ['ACCEPTED'], to: ['REPORTED'] },
  reportInspectionFailure: { from: ['ACCEPTED'], to: ['REPORTED'] },
});
