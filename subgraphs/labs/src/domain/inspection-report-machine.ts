import { StateMachine } from '@hub/kernel/states/state-machine.js';

/** States of a report (报告状态, 3.3, 5.3.4). */
export const inspectionReportMachine = new StateMachine('InspectionReport', {
  prepareInspectionReport: { from: [], to: ['PREPARED'] },
  reviewInspectionReport: { to: ['REVIEWED', 'RETURNED'] },
  returnInspectionReport: { to: ['RETURNED'] },
  reviseInspectionReport: { to: ['PREPARED'] },
  issueInspectionReport: { to: ['ISSUED'] },
  // Follows from the issue of the version that takes its place.
  InspectionReportSuperseded: { from: ['ISSUED'], to: ['SUPERSEDED'] },
  reportInspectionFailure: { from: ['PREPARED', 'RETURNED', 'REVIEWED'], to: ['DISCARDED'] },
  answerCommissionCorrection: { from: ['PREPARED', 'RETURNED', 'REVIEWED'], to: ['DISCARDED'] },
});
