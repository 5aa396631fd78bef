import { StateMachine } from '@hub/kernel/states/state-machine.js';

/** An assessment report (评估报告, 5.1.2 c) as the centre knows it: the decision is the regulator's. */
export const assessmentReportMachine = new StateMachine('AssessmentReport', {
  escalateAssessment: { from: [], to: ['SUBMITTED'] },
  'regulator.AssessmentReportDecided': { from: ['SUBMITTED'], to: ['ACCEPTED', 'RETURNED'] },
});
