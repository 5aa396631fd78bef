import type { CycleCountsQuery } from '../../generated/operations.js';

/** Who does a step. */
export type Lane = 'regulator' | 'center' | 'lab' | 'platform' | 'merchant' | 'everybody';

/** A step of the process (clause 4, figure 1): what it makes, who makes it, and what is owed on the way to it. */
export interface Step {
  /** The type of what it makes, such as MonitoringPlan. */
  readonly type: string;
  /** The list that counts it. */
  readonly list: keyof CycleCountsQuery;
  readonly lane: Lane;
  readonly clause: string;
  /** Kinds of duty that stand at it, such as IssueInspectionReport. */
  readonly duties: readonly string[];
}

export type PhaseName = 'assess' | 'plan' | 'sample' | 'inspect' | 'tell' | 'act';

export interface Phase {
  readonly name: PhaseName;
  readonly clause: string;
  readonly steps: readonly Step[];
}

const step = (type: string, list: Step['list'], lane: Lane, clause: string, ...duties: readonly string[]): Step => ({ type, list, lane, clause, duties });

/** The cycle of figure 1, in its order: the last leads to the first again. */
export const phases: readonly Phase[] = [
  {
    name: 'assess',
    clause: '5.1',
    steps: [
      step('RiskReport', 'riskReports', 'platform', '3.4 a'),
      step('RiskInformation', 'riskInformationList', 'center', '5.1.1'),
      step('Assessment', 'assessments', 'center', '5.1.2', 'CountersignDismissal', 'AnswerRiskNotice'),
      step('AssessmentReport', 'assessmentReports', 'center', '5.1.2 c'),
    ],
  },
  {
    name: 'plan',
    clause: '3.1',
    steps: [
      step('AssessmentReportDecision', 'assessmentReportDecisions', 'regulator', '3.1 b', 'DecideAssessmentReport'),
      step('MonitoringPlan', 'monitoringPlans', 'regulator', '3.1 c', 'AnswerPlanAssignment', 'CompleteAssignedPlan'),
      step('WorkPlan', 'workPlans', 'center', '5.2.1', 'StartWorkPlan'),
    ],
  },
  {
    name: 'sample',
    clause: '5.2',
    steps: [
      step('SamplingOrder', 'samplingOrders', 'center', '5.2.1', 'BuySamples'),
      step('Purchase', 'purchases', 'center', '5.2.2', 'ShipSample'),
      step('Sample', 'samples', 'center', '5.2.4', 'VerifySample', 'WarehouseSample', 'DispatchSample', 'ReturnSample', 'TakeBackSample', 'WitnessDisposal'),
      step('InspectionCommission', 'inspectionCommissions', 'center', '3.2 c'),
    ],
  },
  {
    name: 'inspect',
    clause: '5.3',
    steps: [
      step('CommissionAcceptance', 'commissionAcceptances', 'lab', '3.3 a', 'AcceptCommission', 'AnswerCommissionCorrection'),
      step('SampleReceipt', 'sampleReceipts', 'lab', '5.3.1', 'ReceiveSample'),
      step('InspectionReport', 'inspectionReports', 'lab', '5.3.4', 'ReviewInspectionReport', 'ReviseInspectionReport', 'IssueInspectionReport', 'ReplaceInspectionReport'),
    ],
  },
  {
    name: 'tell',
    clause: '5.4.1',
    steps: [
      step('MonitoringData', 'monitoringDataList', 'center', '5.4.1', 'FeedBackMonitoringData', 'CorrectMonitoringData', 'AnswerSellerCorrection'),
      step('ResultNotice', 'resultNotices', 'regulator', '5.4.1', 'IssueResultNotice', 'ServeResultNotice', 'ConfirmResultNotice'),
      step('Objection', 'objections', 'everybody', '5.4.1', 'DecideObjection'),
      step('Retest', 'retests', 'regulator', '5.4.1', 'CarryOutRetest'),
    ],
  },
  {
    name: 'act',
    clause: '5.4.2',
    steps: [
      step('PlatformHandling', 'platformHandlings', 'platform', '5.4.2', 'AcknowledgeMonitoringData', 'HandleMonitoringData'),
      step('HazardHandling', 'hazardHandlings', 'regulator', '3.1 d', 'OpenHazardHandling', 'CloseHazardHandling', 'AnswerCaseReferral'),
      step('HazardDirection', 'hazardDirections', 'regulator', '3.1 d', 'FulfilDirection', 'RecordDirectionAnswer', 'EndDirection'),
      step('SelfInspection', 'selfInspections', 'merchant', '3.5'),
      step('PublicNotice', 'publicNotices', 'regulator', '5.4.1', 'WithdrawPublicNotice'),
    ],
  },
];

/** What goes on across all steps: the sharing itself (5.4.3). */
export const sharingSteps: readonly Step[] = [
  step('SharingRequest', 'sharingRequests', 'everybody', '5.4.3 b', 'AnswerSharingRequest'),
  step('DataCorrection', 'dataCorrections', 'everybody', '5.4.3 c', 'AnswerDataCorrection'),
  step('DataComment', 'dataComments', 'everybody', '5.4.3 c', 'AnswerComment'),
  step('FieldClosing', 'fieldClosings', 'everybody', '5.4.3 a', 'ConfirmFieldClosing'),
];
