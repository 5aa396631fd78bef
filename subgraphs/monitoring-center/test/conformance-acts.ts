import { randomUUID } from 'node:crypto';
import type { ConformanceFixture } from '@hub/kernel/testing/conformance/conformance-fixture.js';
import type { Hub } from './acts.js';
import { receivedPlan } from './conformance-plans.js';
import { acted, disposal, now } from './conformance-rows.js';
import { confirmation, evidence, file, parcel, receipt, shipment, warehousing } from './sample-steps.js';
import { completeWorkPlan, leak, purchaseItem, rightSeller } from './thread.js';

const later = '2099-01-01T00:00:00Z';
const commission = { labId: 'lab-1', agreedDueAt: later, testItems: [leak] };

/** An input of each act from purchase to feedback, for the conformance suite. */
export function conformanceActs(hub: () => Hub): ConformanceFixture['acts'] {
  const changedSample = async (id: string, data: Parameters<Hub['database']['sample']['update']>[0]['data']) => {
    await hub().database.sample.update({ where: { id }, data });
    return id;
  };

  /** Another sample like it. */
  async function anotherSample(id: string): Promise<string> {
    const sample = await hub().database.sample.findUniqueOrThrow({ where: { id } });
    const json = { confirmation: {}, shipment: {}, receipt: {}, verification: {}, registered: {}, warehousing: {}, dispatch: {}, receiptAtLab: {}, goodsReturn: {}, takenBack: {}, failure: {}, disposals: [], relabellings: [] };
    return (await hub().database.sample.create({ data: { ...sample, ...json, id: randomUUID(), retestId: null, number: `YP-of-${id}`, blindNumber: `MY-of-${id}` } })).id;
  }

  /** The order, under a plan in force. */
  async function orderUnderPlan(id: string): Promise<string> {
    const planId = await receivedPlan(hub(), randomUUID());
    const { workPlanId } = await hub().database.samplingOrder.update({ where: { id }, data: { planId } });
    await hub().database.workPlan.update({ where: { id: workPlanId }, data: { planId } });
    return id;
  }

  /** The sample, under a plan in force whose work plan is started. */
  async function sampleUnderPlan(id: string): Promise<string> {
    const planId = await receivedPlan(hub(), randomUUID());
    const { scope, method, platformIds, receivingPlace, samplerIds, labIds, samplingFrom, samplingUntil } = completeWorkPlan();
    const limits = { shipWithin: 'P3D', verifyWithin: 'P2D', warehouseWithin: 'P2D', dispatchWithin: 'P3D' };
    const times = { samplingFrom: new Date(samplingFrom), samplingUntil: new Date(samplingUntil), drafted: acted, draftedAt: now, started: acted };
    const stamps = { holder: 'center', concerned: ['regulator-province'], state: 'STARTED', reached: ['DRAFT', 'STARTED'] };
    await hub().database.workPlan.create({
      data: { number: `FA-${planId}`, planId, scope, method, platformIds, receivingPlace, samplerIds, labIds, ...limits, ...times, ...stamps },
    });
    return changedSample(id, { planId });
  }

  /** The sample, commissioned to a lab that has accepted. */
  async function acceptedSample(id: string): Promise<string> {
    const { id: commissionId } = await hub().database.inspectionCommission.create({
      data: {
        number: `WT-of-${id}`,
        labId: 'lab-1',
        planId: 'plan',
        sampleIds: [id],
        testItems: [],
        agreedDueAt: new Date(later),
        blind: true,
        commissioned: acted,
        commissionedAt: now,
        holder: 'center',
        concerned: ['lab-1'],
        state: 'ACCEPTED',
        reached: ['ISSUED', 'ACCEPTED'],
      },
    });
    return changedSample(id, { commissionId, quantity: 3, sealNumber: `before ${id}` });
  }

  /** The sample, with evidence on it. */
  async function provenSample(id: string): Promise<string> {
    const data = { sampleId: id, kind: 'PHOTO', files: [], takenAt: now, preserved: acted, previousHash: 'a hash', chainHash: 'a hash', holder: 'center', concerned: [] };
    const { _max } = await hub().database.evidence.aggregate({ _max: { sequence: true } });
    await hub().database.evidence.create({ data: { ...data, sequence: (_max.sequence ?? 0) + 1 } });
    return changedSample(id, { quantity: 3 });
  }

  return {
    recordPurchase: {
      input: (orderId) => purchaseItem(orderId),
      good: async (orderId) =>
        purchaseItem(await orderUnderPlan(orderId), {
          purchasedAt: '2026-03-02T10:00:00+08:00',
          boughtById: 'center.1',
          listingSnapshotHash: `sha-256:${'c'.repeat(64)}`,
          invoiceNumber: 'FP-0001',
          screenshots: [file('d')],
          price: { amount: '128.50', currency: 'CNY' },
          freight: { amount: '0.00', currency: 'CNY' },
        }),
    },
    eraseBuyer: { input: (purchaseId) => ({ purchaseId, reason: 'r' }), good: (purchaseId) => ({ purchaseId, reason: '本人要求' }) },
    correctPurchase: {
      input: (purchaseId) => ({ purchaseId, shopName: '', merchantName: '', sellerRegionCode: '', reason: '' }),
      good: (purchaseId) => ({ purchaseId, expectedRevision: 1, ...rightSeller, repeatReason: '同一电商需比对', reason: '店铺同名，登记有误' }),
    },
    swapSampleLabels: {
      input: (sampleId) => ({ sampleId, otherSampleId: sampleId, reason: '' }),
      good: async (sampleId) => ({ sampleId, expectedRevision: 1, otherSampleId: await anotherSample(sampleId), reason: '贴错标签' }),
    },
    orderReplacementSample: {
      input: (sampleId) => ({ sampleId, samplerId: 'center.1', reason: 'r' }),
      good: async (sampleId) => ({
        sampleId: await changedSample(await sampleUnderPlan(sampleId), { reached: { push: 'INSPECTION_FAILED' } }),
        expectedRevision: 1,
        platformId: 'platform-1',
        samplerId: 'center.1',
        dueAt: '2099-01-01T00:00:00Z',
        reason: '型号不符，已退货',
      }),
    },
    confirmSample: { input: (sampleId) => ({ sampleId, photos: [], quantity: 1 }), good: (sampleId) => ({ sampleId, ...confirmation }) },
    shipSample: { input: (sampleId) => ({ sampleId, place: '', carrier: '', waybill: '', shippedAt: now }), good: (sampleId) => ({ sampleId, ...shipment }) },
    receiveSample: { input: (sampleId) => ({ sampleId, receivedAt: now, condition: '' }), good: (sampleId) => ({ sampleId, ...receipt }) },
    verifySample: { input: (sampleId) => ({ sampleId, meets: false }), good: (sampleId) => ({ sampleId, meets: false, reasons: '型号不符' }) },
    registerSample: { input: (sampleId) => ({ sampleId }), good: (sampleId) => ({ sampleId }) },
    preserveEvidence: { input: (sampleId) => ({ sampleId, kind: 'PHOTO', files: [], takenAt: now }), good: (sampleId) => ({ sampleId, ...evidence }) },
    warehouseSample: {
      input: (sampleId) => ({ sampleId, place: '', sealNumber: '', quantityForTest: 1, quantityRetained: 0 }),
      good: async (sampleId) => ({ sampleId: await provenSample(sampleId), expectedRevision: 1, ...warehousing(sampleId) }),
    },
    dispatchSample: {
      input: (sampleId) => ({ sampleId, sealNumber: '', quantity: 1, carrier: '', waybill: '' }),
      good: async (sampleId) => ({ sampleId: await acceptedSample(sampleId), expectedRevision: 1, ...parcel(sampleId), resealReason: '封签破损' }),
    },
    returnSample: { input: (sampleId) => ({ sampleId, reason: '' }), good: (sampleId) => ({ sampleId, reason: '型号不符', refund: { amount: '1.00', currency: 'CNY' } }) },
    commissionInspection: {
      input: (sampleId) => ({ ...commission, sampleIds: [sampleId] }),
      good: async (sampleId) => ({ ...commission, sampleIds: [await sampleUnderPlan(sampleId)], blind: true, subcontractingAllowed: true, testFee: { amount: '800.00', currency: 'CNY' } }),
    },
    disposeSample: {
      input: (sampleId) => ({ sampleId, method: 'DESTROYED', place: '', quantity: 1, reason: '' }),
      good: (sampleId) => ({ sampleId, method: 'DESTROYED', place: '湖滨市样品库', quantity: 1, reason: '复检期满' }),
    },
    witnessDisposal: {
      input: (sampleId) => ({ sampleId, agrees: false }),
      good: async (sampleId) => ({ sampleId: await changedSample(sampleId, { disposals: [{ ...disposal, witness: null }] }), agrees: false, remark: '尚在库中' }),
    },
    withdrawCommission: { input: (commissionId) => ({ commissionId, reason: '' }), good: (commissionId) => ({ commissionId, reason: '样品选错' }) },
    takeBackSample: {
      input: (sampleId) => ({ sampleId, place: '', sealNumber: '', quantity: 1, condition: '' }),
      good: (sampleId) => ({ sampleId, expectedRevision: 1, place: 'A-3-13', sealNumber: `FQ-back-${sampleId}`, quantity: 1, condition: '未启封' }),
    },
    proposeCommissionWithdrawal: { input: (commissionId) => ({ commissionId, reason: '' }), good: (commissionId) => ({ commissionId, expectedRevision: 1, reason: '样品选错' }) },
    proposeLabelCorrection: {
      input: (sampleId) => ({ sampleId, otherSampleId: sampleId, reason: '' }),
      good: async (sampleId) => {
        const otherSampleId = await anotherSample(sampleId);
        return { sampleId: await acceptedSample(sampleId), expectedRevision: 1, otherSampleId, reason: '贴错标签' };
      },
    },
    proposeSellerCorrection: {
      input: (monitoringDataId) => ({ monitoringDataId, shopName: '', merchantName: '', sellerRegionCode: '', reason: '' }),
      good: (monitoringDataId) => ({ monitoringDataId, expectedRevision: 1, ...rightSeller, repeatReason: '同一电商需比对', reason: '店铺同名，登记有误' }),
    },
    withdrawCorrectionProposal: {
      input: (correctionProposalId) => ({ correctionProposalId, reason: '' }),
      good: (correctionProposalId) => ({ correctionProposalId, expectedRevision: 1, reason: '不必更正' }),
    },
    reportRetestImpossible: {
      input: (sampleId) => ({ sampleId, reason: '' }),
      good: async (sampleId) => ({ sampleId: await changedSample(sampleId, { retestId: randomUUID() }), reason: '无其他具备资质的检验机构' }),
    },
    compileMonitoringData: { input: (sampleId) => ({ sampleId }), good: (sampleId) => ({ sampleId, remark: '依据检验报告' }) },
    feedBackMonitoringData: { input: (monitoringDataId) => ({ monitoringDataId }), good: (monitoringDataId) => ({ monitoringDataId }) },
  };
}
