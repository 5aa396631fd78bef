import { StateMachine } from '@hub/kernel/states/state-machine.js';
import type { AssessmentReportDeskState } from '../generated/graphql.js';

/** An assessment report at the regulator's desk (3.1 b). */
export const receivedAssessmentReportMachine = new StateMachine<
  AssessmentReportDeskState,
  'monitoring-center.AssessmentReportSubmitted' | 'decideAssessmentReport'
>('ReceivedAssessmentReport', {
  'monitoring-center.AssessmentReportSubmitted': { from: [], to: ['RECEIVED'] },
  decideAssessmentReport: { to: ['DECIDED'] },
});
