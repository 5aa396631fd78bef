import { randomUUID } from 'node:crypto';
import type { ConformanceFixture } from '@hub/kernel/testing/conformance/conformance-fixture.js';
import { confirmation, evidence, receipt, shipment } from './sample-steps.js';
import { purchaseItem } from './thread.js';

const now = new Date('2026-03-01T00:00:00Z');

/** Rows of the centre's own that an act names beside its subject; each call writes another and tells its id. */
export interface OwnRows {
  readonly ownRecord: () => Promise<string>;
  readonly ownCluster: () => Promise<string>;
}

/** An input of each act of the centre, for the conformance suite. */
export const conformanceActs = ({ ownRecord, ownCluster }: OwnRows): ConformanceFixture['acts'] => ({
  takeInRiskInformation: {
    input: () => ({
      channel: 'INTERNET',
      productName: 'p',
      hazardItem: 'h',
      scope: {},
      observedOn: '2026-01-01',
      sourceRecord: { source: 'TEST', key: randomUUID(), content: 'x' },
    }),
  },
  assessRiskInformation: {
    input: (riskInformationId) => ({
      riskInformationId,
      method: 'FMEA',
      hazardDegree: 'LOW',
      severity: 1,
      probability: 'OVER_1_IN_2',
      spread: 'SINGLE',
      evidence: 'e',
    }),
  },
  groupRiskInformation: {
    input: async (id) => ({ riskInformationIds: [id, await ownRecord()] }),
    good: async (id) => ({ riskInformationIds: [id, await ownRecord()], title: 't', productName: 'p', hazardItem: 'h', reason: 'r' }),
  },
  partRiskInformation: { input: (clusterId) => ({ clusterId, riskInformationIds: ['none'], reason: 'r' }) },
  mergeRiskClusters: {
    input: async (intoId) => ({ intoId, clusterIds: [await ownCluster()], reason: 'r' }),
    good: async (intoId) => ({ intoId, clusterIds: [await ownCluster()], reason: 'r' }),
  },
  dismissRiskInformation: { input: (assessmentId) => ({ assessmentId, reason: 'r' }) },
  countersignDismissal: { input: (assessmentId) => ({ assessmentId, agrees: true, reason: 'r' }) },
  notifyOfRisk: { input: (assessmentId) => ({ assessmentId, addressees: [{ name: 'n', kind: 'ENTERPRISE' }], text: 't' }) },
  answerRiskNotice: {
    input: (riskNoticeId) => ({ riskNoticeId, measures: 'm' }),
    good: (riskNoticeId) => ({ riskNoticeId, measures: 'm', evidence: [{ hash: `sha-256:${'a'.repeat(64)}`, size: 1, mediaType: 'image/jpeg', name: 'n' }] }),
  },
  escalateAssessment: {
    input: (assessmentId) => ({ assessmentIds: [assessmentId], title: 't', summary: 's', recommendation: 'r', submitToId: 'regulator-city' }),
  },
  draftWorkPlan: { input: () => ({ planId: 'plan' }) },
  amendWorkPlan: { input: (workPlanId) => ({ workPlanId, reason: 'r', scope: 's' }) },
  startWorkPlan: { input: (workPlanId) => ({ workPlanId }) },
  orderSampling: { input: (workPlanId) => ({ workPlanId, planProduct: 1, platformId: 'platform-1', batches: 1, samplerId: 'center.1' }) },
  cancelSamplingOrder: { input: (samplingOrderId) => ({ samplingOrderId, reason: 'r' }), good: (samplingOrderId) => ({ samplingOrderId, reason: 'r' }) },
  recordPurchase: { input: (orderId) => purchaseItem(orderId) },
  orderReplacementSample: { input: (sampleId) => ({ sampleId, samplerId: 'center.1', reason: 'r' }) },
  confirmSample: { input: (sampleId) => ({ sampleId, photos: [], quantity: 1 }), good: (sampleId) => ({ sampleId, ...confirmation }) },
  shipSample: { input: (sampleId) => ({ sampleId, place: '', carrier: '', waybill: '', shippedAt: now }), good: (sampleId) => ({ sampleId, ...shipment }) },
  receiveSample: { input: (sampleId) => ({ sampleId, receivedAt: now, condition: '' }), good: (sampleId) => ({ sampleId, ...receipt }) },
  verifySample: { input: (sampleId) => ({ sampleId, meets: false }), good: (sampleId) => ({ sampleId, meets: false, reasons: '型号不符' }) },
  registerSample: { input: (sampleId) => ({ sampleId }), good: (sampleId) => ({ sampleId }) },
  preserveEvidence: { input: (sampleId) => ({ sampleId, kind: 'PHOTO', files: [], takenAt: now }), good: (sampleId) => ({ sampleId, ...evidence }) },
  warehouseSample: { input: (sampleId) => ({ sampleId, place: '', sealNumber: '', quantityForTest: 1, quantityRetained: 0 }) },
  dispatchSample: { input: (sampleId) => ({ sampleId, sealNumber: '', quantity: 1, carrier: '', waybill: '' }) },
  returnSample: { input: (sampleId) => ({ sampleId, reason: '' }), good: (sampleId) => ({ sampleId, reason: '型号不符', refund: { amount: '1.00', currency: 'CNY' } }) },
  commissionInspection: {
    input: (sampleId) => ({ labId: 'lab-1', sampleIds: [sampleId], agreedDueAt: '2099-01-01T00:00:00Z', testItems: [{ code: 'c', name: 'n', standardNumber: 's', standardVersion: 'v' }] }),
  },
  compileMonitoringData: { input: (sampleId) => ({ sampleId }) },
  feedBackMonitoringData: { input: (monitoringDataId) => ({ monitoringDataId }), good: (monitoringDataId) => ({ monitoringDataId }) },
});
