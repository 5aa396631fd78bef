/**
 * Who may know of a type's rows, as blind buying has it (5.2.2, 5.4.1):
 * `centre`: the centre and the regulators alone; `lab`: besides, the lab whose work it is;
 * `addressee`: besides, whom it was opened to, from then on; `everyone`: nothing of it tells of a purchase.
 */
export type Openness = 'centre' | 'lab' | 'addressee' | 'everyone';

/** Every type that has rows of its own. A type that is missing here is told as a finding, so that none is forgotten. */
export const opennessOf: Readonly<Record<string, Openness>> = {
  ImportRun: 'centre',
  Complainant: 'centre',
  RiskCluster: 'centre',
  Assessment: 'centre',
  AssessmentReport: 'centre',
  AssessmentReportDecision: 'centre',
  ReceivedAssessmentReport: 'centre',
  MonitoringPlan: 'centre',
  PlanAssignment: 'centre',
  WorkPlan: 'centre',
  SamplingOrder: 'centre',
  Purchase: 'centre',
  Evidence: 'centre',
  ReceivedMonitoringData: 'centre',
  HazardHandling: 'centre',
  Sample: 'lab',
  InspectionCommission: 'lab',
  CommissionAcceptance: 'lab',
  CorrectionProposal: 'lab',
  CommissionCorrection: 'lab',
  SampleReceipt: 'lab',
  InspectionFailure: 'lab',
  InspectionReport: 'lab',
  ReportReceipt: 'lab',
  SigningKey: 'lab',
  RiskReport: 'addressee',
  RiskNotice: 'addressee',
  MonitoringData: 'addressee',
  MonitoringDataAcknowledgement: 'addressee',
  PlatformHandling: 'addressee',
  SelfInspection: 'addressee',
  HazardDirection: 'addressee',
  ResultNotice: 'addressee',
  Retest: 'centre',
  SellerCorrection: 'centre',
  CaseReferral: 'addressee',
  // Published after objections, long after feedback: anybody reads it.
  PublicNotice: 'everyone',
  Objection: 'addressee',
  ReceivedResultNotice: 'addressee',
  DirectionFulfilment: 'addressee',
  RiskInformation: 'everyone',
  Participant: 'everyone',
  MembershipApplication: 'everyone',
  MembershipEntry: 'everyone',
  RoleMapping: 'everyone',
  ClientKey: 'everyone',
  Platform: 'everyone',
  Merchant: 'everyone',
  Shop: 'everyone',
  Listing: 'everyone',
  Enterprise: 'everyone',
  Regulator: 'everyone',
  Lab: 'everyone',
  Region: 'everyone',
  SchemaVersion: 'everyone',
  SchemaCheck: 'everyone',
  SchemaRuleException: 'everyone',
  SchemaProposal: 'everyone',
  RegistryToken: 'everyone',
  PersistedOperation: 'everyone',
  CodeList: 'everyone',
  CodeListVersion: 'everyone',
  Code: 'everyone',
  // Who may read which field of whose rows, and which fields are closed: of no row in particular.
  SharingRequest: 'everyone',
  SharingGrant: 'everyone',
  FieldClosing: 'everyone',
  // Of data that the parties named read by their own terms: it is passed to the holder when no embargo of the requester is left.
  DataCorrection: 'everyone',
  CorrectionNotice: 'everyone',
  // Beside a row, for whoever may see the row.
  DataComment: 'everyone',
  // A party's own: where it is called, and nothing of what it is told.
  Webhook: 'everyone',
  // What a party's data were read for shows when the embargo of the reader has ended.
  AccessRecord: 'everyone',
  // What these tell of a closed subject is looked at besides.
  ExchangeEvent: 'everyone',
  Duty: 'everyone',
  TaskClaim: 'everyone',
  Delegation: 'everyone',
  // A party's own: how it numbers, and nothing of what it numbers.
  NumberPattern: 'everyone',
};
