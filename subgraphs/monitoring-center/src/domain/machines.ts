import { assessmentMachine } from './assessment-machine.js';
import { assessmentReportMachine } from './assessment-report-machine.js';
import { clusterProposalMachine } from './cluster-proposal-machine.js';
import { complainantMachine } from './complainant-machine.js';
import { correctionProposalMachine } from './correction-proposal-machine.js';
import { importMappingMachine } from './import-mapping-machine.js';
import { importPullMachine } from './import-pull-machine.js';
import { importRunMachine } from './import-run-machine.js';
import { inspectionCommissionMachine } from './inspection-commission-machine.js';
import { monitoringDataMachine } from './monitoring-data-machine.js';
import { purchaseMachine } from './purchase-machine.js';
import { receivedMonitoringPlanMachine } from './received-monitoring-plan-machine.js';
import { reportReceiptMachine } from './report-receipt-machine.js';
import { riskClusterMachine } from './risk-cluster-machine.js';
import { riskInformationMachine } from './risk-information-machine.js';
import { riskNoticeMachine } from './risk-notice-machine.js';
import { sampleMachine } from './sample-machine.js';
import { samplingOrderMachine } from './sampling-order-machine.js';
import { workPlanMachine } from './work-plan-machine.js';

/** All types of the centre that have a state. */
export const machines = [
  riskInformationMachine,
  complainantMachine,
  importRunMachine,
  importMappingMachine,
  importPullMachine,
  riskClusterMachine,
  clusterProposalMachine,
  assessmentMachine,
  riskNoticeMachine,
  assessmentReportMachine,
  receivedMonitoringPlanMachine,
  workPlanMachine,
  samplingOrderMachine,
  purchaseMachine,
  sampleMachine,
  inspectionCommissionMachine,
  reportReceiptMachine,
  monitoringDataMachine,
  correctionProposalMachine,
];
