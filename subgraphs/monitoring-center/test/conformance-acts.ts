import type { ConformanceFixture } from '@hub/kernel/testing/conformance/conformance-fixture.js';
import { now } from './conformance-rows.js';
import { confirmation, evidence, receipt, shipment } from './sample-steps.js';
import { purchaseItem } from './thread.js';

/** An input of each act from purchase to feedback, for the conformance suite. */
export const conformanceActs: ConformanceFixture['acts'] = {
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
};
