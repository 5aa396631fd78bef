/** So many hours or days. As a limit, days are those of the calendar in Asia/Shanghai, the first not counted; before or after a due time they have 24 hours. */
export interface ElapsedSpan {
  readonly amount: number;
  readonly unit: 'HOUR' | 'CALENDAR_DAY';
}

/** So many working days (工作日): the first day is not counted, and the last ends at midnight in Asia/Shanghai. */
export interface WorkingSpan {
  readonly amount: number;
  readonly unit: 'WORKING_DAY';
}

/** What becomes of a duty that nobody does (上报, 5.4.3 b). */
export interface Escalation {
  /** How long after its due time. */
  readonly after: ElapsedSpan;
  /** The regulator that it is owed to, or else the one above the debtor; the centre that commissioned the work; or in any case one above the debtor, and not whom it concerns. */
  readonly to: 'AUTHORITY_ABOVE' | 'COMMISSIONER' | 'ABOVE_DEBTOR';
}

/** Who may let the clock of a duty stand, and for how long (中止, 5.4.3 b). */
export interface Pause {
  /** Kinds of the parties that it concerns, never who owes it. */
  readonly by: readonly ('REGULATOR' | 'MONITORING_CENTER')[];
  /** After which it runs again by itself. */
  readonly longest: ElapsedSpan;
  /** How often. */
  readonly times: number;
}

/** The time for one kind of duty (时限, 5.4.3 b). */
export interface DutyLimit {
  /** What is owed, in words: as a desk or a reminder names it. */
  readonly zh: string;
  readonly en: string;
  /** Null where a document alone says by when. */
  readonly within: ElapsedSpan | WorkingSpan | null;
  /** The field of a document that says by when, or within which time, and goes before `within` (约定时限). */
  readonly agreed: string | null;
  /** By how much the debtor may extend it, once, with a reason, from the end of the first limit on. */
  readonly extension?: ElapsedSpan | WorkingSpan;
  /** The event with which the time begins. */
  readonly from: string;
  readonly clause: string;
  /** How long before its due time it is told that it is due soon. */
  readonly dueSoon: ElapsedSpan;
  /** Null where something else passes it on, which `passedOn` says. */
  readonly escalation: Escalation | null;
  /** Of a duty that is not escalated: what passes it on instead. */
  readonly passedOn?: string;
  /** Absent where its clock runs whatever happens. */
  readonly pause?: Pause;
}

const hours = (amount: number) => ({ amount, unit: 'HOUR' }) as const;
const days = (amount: number) => ({ amount, unit: 'CALENDAR_DAY' }) as const;
const workingDays = (amount: number) => ({ amount, unit: 'WORKING_DAY' }) as const;
const toAuthority = (after: ElapsedSpan) => ({ after, to: 'AUTHORITY_ABOVE' }) as const;
const aboveDebtor = (after: ElapsedSpan) => ({ after, to: 'ABOVE_DEBTOR' }) as const;
const byRegulator = (longest: ElapsedSpan) => ({ by: ['REGULATOR'], longest, times: 1 }) as const;
const byCommissioner = (longest: ElapsedSpan) => ({ by: ['MONITORING_CENTER'], longest, times: 2 }) as const;
const byEither = (longest: ElapsedSpan) => ({ by: ['REGULATOR', 'MONITORING_CENTER'], longest, times: 1 }) as const;
const toCommissioner = (after: ElapsedSpan) => ({ after, to: 'COMMISSIONER' }) as const;

/**
 * The limits of all kinds of duties. The standard speaks of 规定的时间 without a number: what no law is named for is a default of the house.
 * One that has none here cannot be opened.
 */
export const dutyLimits = {
  // Of a centre.
  CountersignDismissal: { zh: '复核排除意见', en: 'countersign a dismissal', within: days(2), agreed: null, from: 'DismissalProposed', clause: '5.1.2 a', dueSoon: days(1), escalation: toAuthority(days(2)) },
  AnswerRiskNotice: { zh: '答复风险通知', en: 'answer a risk notice', within: days(10), agreed: 'RiskNotice.answerBy', from: 'RiskNotified', clause: '5.1.2 b', dueSoon: days(2), escalation: toAuthority(days(5)) },
  StartWorkPlan: { zh: '启动工作方案', en: 'start the work plan', within: days(5), agreed: null, from: 'MonitoringPlanReceived', clause: '5.2.1', dueSoon: days(1), escalation: toAuthority(days(3)) },
  BuySamples: { zh: '完成购样', en: 'buy the samples', within: null, agreed: 'SamplingOrder.dueAt', from: 'SamplingOrdered', clause: '5.2.2', dueSoon: days(2), escalation: toAuthority(days(5)), pause: byRegulator(days(60)) },
  ShipSample: { zh: '寄送样品', en: 'ship the sample', within: days(3), agreed: 'WorkPlan.shipWithin', from: 'PurchaseRecorded', clause: '5.2.3', dueSoon: days(1), escalation: toAuthority(days(3)) },
  VerifySample: { zh: '核查样品', en: 'verify the sample', within: days(2), agreed: 'WorkPlan.verifyWithin', from: 'SampleMoved', clause: '5.2.4', dueSoon: hours(12), escalation: toAuthority(days(3)) },
  WarehouseSample: { zh: '样品入库', en: 'warehouse the sample', within: days(2), agreed: 'WorkPlan.warehouseWithin', from: 'SampleMoved', clause: '5.2.4 a', dueSoon: hours(12), escalation: toAuthority(days(3)) },
  DispatchSample: { zh: '样品出库送检', en: 'dispatch the sample', within: days(3), agreed: 'WorkPlan.dispatchWithin', from: 'InspectionCommissionAccepted', clause: '5.2.4 a', dueSoon: days(1), escalation: toAuthority(days(3)) },
  TakeBackSample: { zh: '退样入库', en: 'take back the sample from the lab', within: days(7), agreed: null, from: 'SampleMoved', clause: '5.2.4 a', dueSoon: days(2), escalation: toAuthority(days(3)) },
  WitnessDisposal: { zh: '见证样品处置', en: 'witness the disposal of a sample', within: days(3), agreed: null, from: 'SampleDisposalTold', clause: '5.4.1', dueSoon: days(1), escalation: toAuthority(days(5)) },
  // Goods bought online may go back within seven days of receipt (消费者权益保护法 25).
  ReturnSample: { zh: '样品退货', en: 'return the sample', within: days(7), agreed: null, from: 'SampleMoved', clause: '5.2.4 b', dueSoon: days(2), escalation: toAuthority(days(1)) },
  FeedBackMonitoringData: { zh: '反馈监测数据', en: 'feed back monitoring data', within: days(10), agreed: 'MonitoringPlan.feedbackWithin', from: 'InspectionReportReceived', clause: '5.4.1', dueSoon: days(2), escalation: toAuthority(days(3)), pause: byRegulator(days(30)) },

  // Of a lab.
  AcceptCommission: { zh: '答复检验委托', en: 'answer the commission', within: days(2), agreed: null, from: 'CommissionReceived', clause: '3.3 a', dueSoon: days(1), escalation: toCommissioner(days(1)) },
  AnswerCommissionCorrection: { zh: '答复委托更正', en: 'answer the proposed correction of a commission', within: days(2), agreed: null, from: 'CommissionCorrectionReceived', clause: '4', dueSoon: hours(12), escalation: toCommissioner(days(1)) },
  ReceiveSample: { zh: '收样登记', en: 'record the receipt of the sample', within: days(3), agreed: null, from: 'SampleDispatched', clause: '5.3.1', dueSoon: days(1), escalation: toCommissioner(days(2)), pause: byCommissioner(days(15)) },
  ReviewInspectionReport: { zh: '审核检验报告', en: 'review the inspection report', within: days(2), agreed: null, from: 'InspectionReportPrepared', clause: '3.3', dueSoon: hours(12), escalation: toCommissioner(days(3)) },
  ReviseInspectionReport: { zh: '修改检验报告', en: 'revise the inspection report', within: days(2), agreed: null, from: 'InspectionReportReturned', clause: '3.3', dueSoon: hours(12), escalation: toCommissioner(days(3)) },
  ReplaceInspectionReport: { zh: '重新签发被拒收的检验报告', en: 'issue a new version of the refused report', within: days(2), agreed: null, from: 'InspectionReportRefused', clause: '3.3', dueSoon: hours(12), escalation: toCommissioner(days(3)) },
  // The first version is agreed in the commission; a later one is owed from its review on.
  IssueInspectionReport: { zh: '签发检验报告', en: 'issue the inspection report', within: days(2), agreed: 'CommissionAcceptance.agreedDueAt', from: 'CommissionAnswered', clause: '5.3.5', dueSoon: days(1), escalation: toCommissioner(days(1)), pause: byCommissioner(days(30)) },

  // Of a platform, or of whom a direction is addressed to.
  AcknowledgeMonitoringData: { zh: '签收监测数据', en: 'acknowledge monitoring data', within: days(2), agreed: null, from: 'MonitoringDataFedBack', clause: '5.4.2', dueSoon: days(1), escalation: toAuthority(days(2)) },
  HandleMonitoringData: { zh: '处理监测数据', en: 'handle monitoring data', within: days(10), agreed: null, from: 'MonitoringDataAcknowledged', clause: '5.4.2', dueSoon: days(2), escalation: toAuthority(days(3)), pause: byEither(days(30)) },
  FulfilDirection: { zh: '履行处置指令', en: 'fulfil the direction', within: null, agreed: 'HazardDirection.dueAt', from: 'DirectionIssued', clause: '3.1 d', dueSoon: days(2), escalation: toAuthority(days(1)), pause: byRegulator(days(90)) },

  // Of a regulator.
  DecideAssessmentReport: { zh: '决定评估报告', en: 'decide the assessment report', within: days(10), agreed: null, from: 'AssessmentReportReceived', clause: '3.1 b', dueSoon: days(2), escalation: toAuthority(days(5)) },
  AnswerPlanAssignment: { zh: '答复分解的计划任务', en: 'accept or return the assigned part of a plan', within: days(5), agreed: 'PlanAssignment.answerBy', from: 'MonitoringPlanAssigned', clause: '3.1 a', dueSoon: days(1), escalation: toAuthority(days(2)) },
  CompleteAssignedPlan: { zh: '办结承接的计划', en: 'complete the plan that carries out an assigned part', within: null, agreed: 'PlanAssignment.deadline', from: 'PlanAssignmentAccepted', clause: '3.1 a', dueSoon: days(10), escalation: toAuthority(days(5)) },
  OpenHazardHandling: { zh: '启动隐患处理', en: 'open hazard handling', within: days(7), agreed: null, from: 'MonitoringDataReceived', clause: '3.1 d', dueSoon: days(2), escalation: toAuthority(days(3)) },
  CloseHazardHandling: { zh: '办结隐患处理', en: 'close hazard handling', within: days(30), agreed: null, from: 'HazardHandlingOpened', clause: '3.1 d', dueSoon: days(5), escalation: toAuthority(days(10)) },
  RecordDirectionAnswer: { zh: '登记处置情况', en: 'record the answer to the direction', within: null, agreed: 'HazardDirection.dueAt', from: 'DirectionIssued', clause: '3.1 d', dueSoon: days(2), escalation: toAuthority(days(5)) },
  EndDirection: { zh: '核查指令履行情况', en: 'verify and end the direction', within: days(7), agreed: null, from: 'DirectionAnswered', clause: '3.1 d', dueSoon: days(2), escalation: toAuthority(days(5)) },
  // After the result. Days run on: they are counted where an event arrives, which waits for no calendar.
  IssueResultNotice: { zh: '告知检验结果', en: 'tell those concerned of the result', within: days(5), agreed: null, from: 'MonitoringDataReceived', clause: 'after 5.4.1', dueSoon: days(1), escalation: toAuthority(days(3)) },
  ServeResultNotice: { zh: '送达检验结果告知书', en: 'have the result notice served', within: days(10), agreed: null, from: 'ResultNoticeIssued', clause: 'after 5.4.1', dueSoon: days(3), escalation: toAuthority(days(5)) },
  AnswerSellerCorrection: { zh: '答复电商更正', en: 'answer the proposed correction of a seller', within: days(5), agreed: null, from: 'SellerCorrectionReceived', clause: '4', dueSoon: days(1), escalation: toAuthority(days(5)) },
  DecideObjection: { zh: '处理异议', en: 'decide the objection', within: days(20), agreed: null, from: 'ObjectionReceived', clause: 'after 5.4.1', dueSoon: days(5), escalation: toAuthority(days(5)) },
  CarryOutRetest: { zh: '组织复检', en: 'have the retest carried out', within: null, agreed: 'Retest.dueAt', from: 'RetestOrdered', clause: 'after 5.4.1', dueSoon: days(5), escalation: toAuthority(days(3)), pause: byRegulator(days(60)) },
  CorrectMonitoringData: { zh: '更正监测数据', en: 'correct the monitoring data', within: days(10), agreed: null, from: 'ObjectionDecided', clause: 'after 5.4.1', dueSoon: days(2), escalation: toAuthority(days(3)) },
  WithdrawPublicNotice: { zh: '撤回或更正公告', en: 'withdraw the public notice, and publish anew what still holds', within: days(5), agreed: null, from: 'PublicNoticeUnderReview', clause: 'after 5.4.1', dueSoon: days(1), escalation: toAuthority(days(2)) },
  AnswerCaseReferral: { zh: '答复案件移送', en: 'answer the referral of the case', within: days(10), agreed: 'CaseReferral.answerBy', from: 'CaseReferred', clause: '3.1 d', dueSoon: days(2), escalation: toAuthority(days(5)) },
  ConfirmResultNotice: { zh: '签收检验结果告知书', en: 'confirm receipt of the result notice', within: days(3), agreed: null, from: 'ResultNoticeIssued', clause: 'after 5.4.1', dueSoon: days(1), escalation: null, passedOn: 'the regulator owes the service of the notice beside it (ServeResultNotice), and serves it by another way where it is not confirmed' },

  // Of whom a reader asks to correct data, or a firm comments to.
  AnswerDataCorrection: { zh: '答复数据勘误', en: 'answer the request for correction', within: workingDays(10), agreed: null, extension: workingDays(10), from: 'DataCorrectionOpened', clause: '5.4.3 c', dueSoon: days(3), escalation: toAuthority(days(2)), pause: byEither(days(30)) },
  AnswerComment: { zh: '答复意见', en: 'answer the comment', within: workingDays(10), agreed: null, from: 'CommentPutOnRecord', clause: '5.4.3 c', dueSoon: days(3), escalation: toAuthority(days(5)) },

  // Of the sharing desk.
  AnswerSharingRequest: { zh: '答复共享申请', en: 'answer the sharing request', within: workingDays(10), agreed: null, extension: workingDays(10), from: 'SharingRequested', clause: '5.4.3 b', dueSoon: days(3), escalation: null, passedOn: 'the request itself goes to the authority above, which may answer in the holder’s stead (SharingRequestEscalated)' },
  // To nobody who closed it: it would be asked after its own.
  ConfirmFieldClosing: { zh: '确认紧急关闭', en: 'confirm the closing of a field', within: workingDays(2), agreed: null, from: 'FieldClosed', clause: '5.4.3 a', dueSoon: days(1), escalation: aboveDebtor(days(2)) },
} as const satisfies Readonly<Record<string, DutyLimit>>;

/** A kind of duty (待办类别): verb and object of the act that is owed. */
export type DutyKind = keyof typeof dutyLimits;
