import { StateMachine } from '@hub/kernel/states/state-machine.js';

/** States of a sample at the lab (收样状态, 5.3.1). */
export const sampleReceiptMachine = new StateMachine('SampleReceipt', {
  acceptCommission: { from: [], to: ['EXPECTED'] },
  recordSampleReceipt: { to: ['RECEIVED'] },
  reportInspectionFailure: { to: ['FAILED'] },
  'monitoring-center.CommissionWithdrawn': { from: ['EXPECTED'], to: ['CANCELLED'] },
  // What was received goes back to the centre.
  answerCommissionCorrection: { from: ['EXPECTED', 'RECEIVED'], to: ['CANCELLED'] },
  // A later version of the report finds it reported, and leaves it so.
  issueInspectionReport: { from: ['RECEIVED'], to: ['REPORTED'] },
});
