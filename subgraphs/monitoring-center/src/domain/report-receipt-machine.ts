import { StateMachine } from '@hub/kernel/states/state-machine.js';

/** States of a centre's receipt of a report (报告回执状态, 3.3). */
export const reportReceiptMachine = new StateMachine('ReportReceipt', {
  'labs.InspectionReportIssued': { from: [], to: ['RECEIVED', 'REFUSED'] },
  'labs.SigningKeyRevoked': { from: ['RECEIVED'], to: ['REFUSED'] },
});
