import type { Stamps } from '@hub/schema/policy/decision/stamps.js';

/** An event of the walk, and the demo identities that may know of it. */
export interface ToldEvent {
  readonly owner: string;
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly stamps: Partial<Stamps>;
  /** Kinds of the events that led to it, told before. */
  readonly causes?: readonly string[];
  readonly seenBy: readonly string[];
}

const center = ['center', 'steward', 'auditor', 'security', 'administrator'];
const regulator = 'regulator-province';
const regulators = [regulator, 'regulator-city', 'regulator-county'];
const ofCenter = { holder: 'center', concerned: [regulator] };
const ofLab = { holder: 'lab-1', concerned: ['center', regulator] };
const ofPlatform = { holder: 'platform-1', concerned: ['center', regulator] };
const inState = (...reached: string[]) => ({ state: reached.at(-1) ?? '', reached });

/** A blind purchase from plan to acknowledgement (3.1 to 5.4.2), as the owners tell it, with the stamps of their rows. */
export const purchaseTold: readonly ToldEvent[] = [
  {
    owner: 'monitoring-center', kind: 'RiskInformationTakenIn', subjectType: 'RiskInformation', subjectId: 'risk',
    stamps: { holder: 'center', ...inState('TAKEN_IN') },
    seenBy: [...center, ...regulators, 'lab-1', 'lab-2', 'platform-1', 'platform-2'],
  },
  {
    owner: 'monitoring-center', kind: 'AssessmentReportSubmitted', subjectType: 'AssessmentReport', subjectId: 'assessment-report',
    stamps: { ...ofCenter, ...inState('SUBMITTED') },
    seenBy: [...center, regulator],
  },
  {
    owner: 'regulator', kind: 'MonitoringPlanDrafted', subjectType: 'MonitoringPlan', subjectId: 'plan',
    stamps: { holder: regulator, concerned: ['center'], ...inState('DRAFT') },
    seenBy: [regulator],
  },
  {
    owner: 'regulator', kind: 'MonitoringPlanIssued', subjectType: 'MonitoringPlan', subjectId: 'plan',
    stamps: { holder: regulator, concerned: ['center'], ...inState('DRAFT', 'ISSUED') },
    seenBy: [...center, regulator],
  },
  {
    owner: 'monitoring-center', kind: 'PurchaseRecorded', subjectType: 'Purchase', subjectId: 'purchase',
    stamps: { ...ofCenter, platformRegion: '330106', sellerRegion: '330105', ...inState('PURCHASED') },
    seenBy: [...center, regulator],
  },
  {
    owner: 'monitoring-center', kind: 'SampleRegistered', subjectType: 'Sample', subjectId: 'sample',
    stamps: { ...ofCenter, ...inState('REGISTERED') },
    seenBy: [...center, regulator],
  },
  {
    owner: 'monitoring-center', kind: 'InspectionCommissioned', subjectType: 'InspectionCommission', subjectId: 'commission',
    stamps: { holder: 'center', concerned: [regulator, 'lab-1'], ...inState('ISSUED') },
    seenBy: [...center, regulator, 'lab-1'],
  },
  {
    owner: 'monitoring-center', kind: 'SampleCommissioned', subjectType: 'Sample', subjectId: 'sample',
    stamps: { holder: 'center', concerned: [regulator, 'lab-1'], ...inState('REGISTERED', 'COMMISSIONED') },
    seenBy: [...center, regulator, 'lab-1'],
  },
  {
    owner: 'labs', kind: 'CommissionAnswered', subjectType: 'CommissionAcceptance', subjectId: 'acceptance',
    stamps: { ...ofLab, ...inState('RECEIVED', 'ACCEPTED') },
    seenBy: [...center, regulator, 'lab-1'],
  },
  {
    owner: 'labs', kind: 'InspectionReportIssued', subjectType: 'InspectionReport', subjectId: 'report',
    stamps: { ...ofLab, ...inState('ISSUED') },
    seenBy: [...center, regulator, 'lab-1'],
  },
  {
    owner: 'monitoring-center', kind: 'MonitoringDataCompiled', subjectType: 'MonitoringData', subjectId: 'data',
    stamps: { holder: 'center', concerned: [regulator, 'platform-1', 'merchant-1'], sellerRegion: '330105', ...inState('COMPILED') },
    causes: ['InspectionReportIssued'],
    seenBy: center,
  },
  {
    owner: 'monitoring-center', kind: 'MonitoringDataFedBack', subjectType: 'MonitoringData', subjectId: 'data',
    stamps: {
      holder: 'center',
      concerned: [regulator, 'platform-1', 'merchant-1'],
      sellerRegion: '330105',
      ...inState('COMPILED', 'FED_BACK'),
    },
    causes: ['InspectionReportIssued', 'MonitoringDataCompiled'],
    seenBy: [...center, ...regulators, 'platform-1', 'merchant-1'],
  },
  {
    owner: 'platforms', kind: 'MonitoringDataAcknowledged', subjectType: 'MonitoringDataAcknowledgement', subjectId: 'acknowledgement',
    stamps: { ...ofPlatform, ...inState('RECEIVED', 'ACKNOWLEDGED') },
    causes: ['MonitoringDataFedBack'],
    seenBy: [...center, regulator, 'platform-1'],
  },
  {
    owner: 'registry', kind: 'SchemaPublished', subjectType: 'SchemaVersion', subjectId: 'schema',
    stamps: {},
    seenBy: [...center, ...regulators, 'lab-1', 'lab-2', 'platform-1', 'platform-2'],
  },
  {
    owner: 'labs', kind: 'SecretKept', subjectType: 'TypeThatNobodyPublished', subjectId: 'secret',
    stamps: { holder: 'lab-1', concerned: ['lab-1', 'center', 'platform-1'] },
    seenBy: [],
  },
];
