import { assessmentReportDecisionMachine } from './assessment-report-decision-machine.js';
import { caseReferralMachine } from './case-referral-machine.js';
import { hazardDirectionMachine } from './hazard-direction-machine.js';
import { hazardHandlingMachine } from './hazard-handling-machine.js';
import { monitoringPlanMachine } from './monitoring-plan-machine.js';
import { objectionMachine } from './objection-machine.js';
import { planAssignmentMachine } from './plan-assignment-machine.js';
import { publicNoticeMachine } from './public-notice-machine.js';
import { receivedAssessmentReportMachine } from './received-assessment-report-machine.js';
import { receivedMonitoringDataMachine } from './received-monitoring-data-machine.js';
import { resultNoticeMachine } from './result-notice-machine.js';
import { retestMachine } from './retest-machine.js';
import { sellerCorrectionMachine } from './seller-correction-machine.js';

/** The state machines of this subgraph, from which their page is drawn. */
export const machines = [
  receivedAssessmentReportMachine,
  assessmentReportDecisionMachine,
  monitoringPlanMachine,
  planAssignmentMachine,
  receivedMonitoringDataMachine,
  hazardHandlingMachine,
  hazardDirectionMachine,
  resultNoticeMachine,
  objectionMachine,
  retestMachine,
  publicNoticeMachine,
  caseReferralMachine,
  sellerCorrectionMachine,
];
