import { randomUUID } from 'node:crypto';
import { conformanceSuite } from '@hub/kernel/testing/conformance/conformance-suite.js';
import type { MatrixRow } from '@hub/kernel/testing/conformance/row-matrix.js';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { sdl } from '@hub/schema/generated/monitoring-center.js';
import { afterAll, beforeAll } from 'vitest';
import { monitoringCenterService } from '../src/service.js';
import type { Hub } from './acts.js';
import { conformanceActs } from './conformance-acts.js';

let hub: Hub;
beforeAll(async () => {
  hub = await subgraphUnderTest(monitoringCenterService);
  await receivedReport();
});
afterAll(() => hub.close());

const now = new Date('2026-03-01T00:00:00Z');
const acted = { userId: 'u', partyId: 'p', role: 'ANALYST', at: now.toISOString() };
const stamps = ({ holder, concerned, state, reached }: MatrixRow) => ({ holder, concerned: [...concerned], state, reached: [...reached] });
const placed = (row: MatrixRow) => ({ ...stamps(row), sellerRegion: row.sellerRegion ?? '', producerRegion: row.producerRegion });

async function riskInformation(row: MatrixRow, number: number | string): Promise<string> {
  const { id } = await hub.database.riskInformation.create({
    data: {
      number: `FX-${number}`,
      channel: 'INTERNET',
      productName: 'a product',
      brand: 'a brand',
      hazardItem: 'a hazard',
      hazardDescription: 'a description',
      hazardDegree: 'HIGH',
      hasInjuries: true,
      hasDeaths: false,
      remedy: 'a remedy',
      observedOn: now,
      collectedAt: now,
      source: 'TEST',
      sourceKey: randomUUID(),
      contentType: 'text/plain',
      contentHash: 'sha-256:0',
      ...stamps(row),
    },
  });
  return id;
}

async function riskCluster(row: MatrixRow, number: number | string): Promise<string> {
  const { id } = await hub.database.riskCluster.create({
    data: { number: `JL-${number}`, title: 'a title', productName: 'a product', hazardItem: 'a hazard', history: [], openedAt: now, ...stamps(row) },
  });
  return id;
}

/** Rows of the centre's own, to be grouped or merged with those that the suite writes. */
let ownRows = 0;
const own = { relation: 'own', holder: 'center', concerned: [], sellerRegion: null, producerRegion: null, platformRegion: null };
const ownRecord = () => riskInformation({ ...own, state: 'COLLECTED', reached: ['COLLECTED'] }, `OWN-${(ownRows += 1)}`);
const ownCluster = () => riskCluster({ ...own, state: 'OPEN', reached: ['OPEN'] }, `OWN-${(ownRows += 1)}`);

async function workPlan(row: MatrixRow, number: number | string): Promise<string> {
  const { id } = await hub.database.workPlan.create({
    data: {
      number: `FA-${number}`,
      planId: randomUUID(),
      scope: 'a scope',
      method: 'SIMULATED_CONSUMPTION',
      platformIds: ['platform-1'],
      samplingFrom: now,
      samplingUntil: new Date('2099-01-01T00:00:00Z'),
      shipWithin: 'P3D',
      verifyWithin: 'P2D',
      warehouseWithin: 'P2D',
      dispatchWithin: 'P3D',
      receivingPlace: 'a place',
      samplerIds: ['center.1'],
      labIds: ['lab-1'],
      drafted: acted,
      draftedAt: now,
      started: acted,
      ...stamps(row),
    },
  });
  return id;
}

/** The report on all samples of the matrix: it has no rows of its own to read. */
async function receivedReport(): Promise<void> {
  await hub.database.receivedInspectionReport.create({
    data: {
      id: 'a report',
      holder: 'center',
      document: 'a document',
      number: 'BG-1',
      labId: 'lab-1',
      commissionId: 'c',
      sampleId: 's',
      conclusion: 'CONFORMING',
      results: [],
      issuedAt: now,
      receivedAt: now,
      cause: 'x:y',
    },
  });
}

/** A purchase and its sample, each the other's; which of the two the matrix is about is the caller's business. */
async function purchaseWithSample(row: MatrixRow, number: number): Promise<{ purchaseId: string; sampleId: string }> {
  const purchase = await hub.database.purchase.create({
    data: {
      number: `GY-${number}`,
      planId: 'plan',
      planProduct: 1,
      platformId: 'platform-1',
      boughtById: 'center.1',
      repeatReason: 'a reason',
      shopName: 'a shop',
      merchantName: 'a merchant',
      merchantUscc: 'a code',
      productName: 'a product',
      brand: 'a brand',
      producerName: 'a producer',
      producerUscc: 'a code',
      listingItemId: 'an item',
      listingSku: 'a sku',
      listingSnapshotHash: 'a hash',
      orderNumber: 'an order',
      priceAmount: '1.00',
      priceCurrency: 'CNY',
      invoiceNumber: 'an invoice',
      purchasedAt: new Date('2026-01-20T00:00:00Z'),
      buyerName: 'a buyer',
      buyerAccount: 'an account',
      buyerAddress: 'an address',
      paymentReference: 'a payment',
      recorded: acted,
      ...placed(row),
    },
  });
  const sample = await hub.database.sample.create({
    data: {
      number: `YP-${number}`,
      blindNumber: `MY-${number}`,
      productKind: 'a kind',
      quantity: 1,
      productName: 'a product',
      purchaseId: purchase.id,
      planId: 'plan',
      planProduct: 1,
      reportId: 'a report',
      recordedAt: now,
      conclusion: 'CONFORMING',
      confirmation: { photos: [], batchNumber: 'a batch', quantity: 1, productionDate: '2026-01-01', acted },
      shipment: { place: 'a place', carrier: 'a carrier', waybill: 'a waybill', shippedAt: '2026-01-22T00:00:00.000Z', late: false, acted },
      waybill: 'a waybill',
      receipt: { receivedAt: now.toISOString(), condition: 'a condition', acted },
      verification: { meets: true, reasons: 'reasons', acted },
      registered: acted,
      warehousing: { place: 'a place', sealNumber: 'a seal', quantityForTest: 1, quantityRetained: 0, acted },
      dispatch: { sealNumber: 'a seal', quantity: 1, carrier: 'a carrier', waybill: 'a waybill', acted },
      receiptAtLab: { receivedAt: now.toISOString(), sealIntact: true },
      goodsReturn: { reason: 'a reason', refund: { amount: '1.00', currency: 'CNY' }, loss: null, carrier: null, waybill: null, acted },
      failure: { reason: 'DAMAGED', facts: 'facts', failedAt: now.toISOString() },
      ...placed(row),
    },
  });
  return { purchaseId: purchase.id, sampleId: sample.id };
}

conformanceSuite(() => hub, {
  owner: 'monitoring-center',
  sdl,
  entities: {
    RiskInformation: { paths: [['COLLECTED', 'ASSESSED', 'ESCALATED'], ['COLLECTED', 'ASSESSED', 'DISMISSED'], ['COLLECTED', 'ASSESSED', 'NOTIFIED']], insert: riskInformation },
    RiskCluster: {
      paths: [
        ['OPEN', 'MERGED'],
        ['OPEN', 'DISSOLVED'],
      ],
      insert: riskCluster,
    },
    RiskNotice: {
      paths: [['SENT', 'ANSWERED']],
      insert: async (row, number) => {
        const { id } = await hub.database.riskNotice.create({
          data: {
            number: `TZ-${number}`,
            assessmentId: randomUUID(),
            productName: 'a product',
            hazardItem: 'a hazard',
            text: 'a text',
            addresseeId: 'enterprise-1',
            addresseeName: 'a name',
            addresseeKind: 'ENTERPRISE',
            answerBy: now,
            sent: acted,
            sentAt: now,
            answer: { measures: 'measures', evidence: [], answered: acted, onBehalf: false },
            ...stamps(row),
          },
        });
        return id;
      },
    },
    Assessment: {
      paths: [
        ['ASSESSED', 'ESCALATED'],
        ['ASSESSED', 'DISMISSAL_PROPOSED', 'DISMISSED'],
        ['ASSESSED', 'NOTIFIED'],
      ],
      insert: async (row, number) => {
        const { id } = await hub.database.assessment.create({
          data: {
            recordIds: [await riskInformation({ ...row, state: 'ASSESSED', reached: ['COLLECTED', 'ASSESSED'] }, `A-${number}`)],
            dismissals: [{ reason: 'a reason', proposed: acted, countersignature: null }],
            method: 'FMEA',
            hazardDegree: 'HIGH',
            severity: 3,
            probability: 'OVER_1_IN_100',
            harmLevel: 'SERIOUS',
            harmTableVersion: '2026-1',
            spread: 'REGIONAL',
            evidence: 'evidence',
            assessed: acted,
            assessedAt: now,
            ...stamps(row),
          },
        });
        return id;
      },
    },
    AssessmentReport: {
      paths: [
        ['SUBMITTED', 'ACCEPTED'],
        ['SUBMITTED', 'RETURNED'],
      ],
      insert: async (row, number) => {
        const { id } = await hub.database.assessmentReport.create({
          data: {
            number: `PG-${number}`,
            title: 'a title',
            summary: 'a summary',
            recommendation: 'a recommendation',
            submittedToId: 'regulator-province',
            submitted: acted,
            submittedAt: now,
            ...stamps(row),
          },
        });
        return id;
      },
    },
    WorkPlan: {
      paths: [
        ['DRAFT', 'STARTED', 'COMPLETED'],
        ['DRAFT', 'CANCELLED'],
      ],
      insert: workPlan,
    },
    SamplingOrder: {
      paths: [
        ['ORDERED', 'FULFILLED'],
        ['ORDERED', 'CANCELLED'],
      ],
      insert: async (row, number) => {
        const { id } = await hub.database.samplingOrder.create({
          data: {
            number: `RW-${number}`,
            workPlanId: await workPlan({ ...row, state: 'STARTED', reached: ['DRAFT', 'STARTED'] }, `RW-${number}`),
            planId: 'plan',
            planProduct: 1,
            productName: 'a product',
            platformId: 'platform-1',
            batches: 2,
            bought: 1,
            samplerId: 'center.1',
            dueAt: now,
            ordered: acted,
            cancelReason: 'a reason',
            replacementReason: 'a reason',
            ...stamps(row),
          },
        });
        return id;
      },
    },
    Purchase: { paths: [['PURCHASED', 'RETURNED']], insert: async (row, number) => (await purchaseWithSample(row, number)).purchaseId },
    Sample: {
      paths: [
        ['PURCHASED', 'CONFIRMED', 'SHIPPED', 'RECEIVED', 'VERIFIED', 'REGISTERED', 'WAREHOUSED', 'COMMISSIONED', 'DISPATCHED', 'AT_LAB', 'REPORTED', 'FED_BACK'],
        ['PURCHASED', 'CONFIRMED', 'SHIPPED', 'RECEIVED', 'REJECTED', 'RETURNED'],
        ['COMMISSIONED', 'INSPECTION_FAILED'],
      ],
      insert: async (row, number) => (await purchaseWithSample(row, number)).sampleId,
    },
    Evidence: {
      paths: [['']],
      insert: async ({ holder, concerned, ...row }, number) => {
        const { sampleId } = await purchaseWithSample({ holder, concerned, ...row }, number);
        const { id } = await hub.database.evidence.create({
          data: {
            sampleId,
            kind: 'PHOTO',
            files: [],
            takenAt: now,
            remark: 'a remark',
            preserved: acted,
            // Far from the places that acts give.
            sequence: 1_000_000_000 + number,
            previousHash: 'a hash',
            chainHash: 'a hash',
            holder,
            concerned: [...concerned],
          },
        });
        return id;
      },
    },
    InspectionCommission: {
      paths: [
        ['ISSUED', 'ACCEPTED', 'REPORTED'],
        ['ISSUED', 'DECLINED'],
      ],
      insert: async (row, number) => {
        const { id } = await hub.database.inspectionCommission.create({
          data: {
            number: `WT-${number}`,
            labId: 'lab-1',
            planId: 'plan',
            testItems: [],
            agreedDueAt: now,
            blind: true,
            commissioned: acted,
            commissionedAt: now,
            ...stamps(row),
          },
        });
        return id;
      },
    },
    MonitoringData: {
      paths: [['COMPILED', 'FED_BACK', 'SUPERSEDED']],
      insert: async (row, number) => {
        const { id } = await hub.database.monitoringData.create({
          data: {
            number: `SJ-${number}`,
            stateSince: now,
            sampleId: (await purchaseWithSample(row, number)).sampleId,
            planId: 'plan',
            reportId: 'another report',
            productName: 'a product',
            brand: 'a brand',
            producerName: 'a producer',
            producerUscc: 'a code',
            conclusion: 'NONCONFORMING',
            failedItems: [],
            platformId: 'platform-1',
            listingItemId: 'an item',
            shopName: 'a shop',
            merchantName: 'a merchant',
            merchantUscc: 'a code',
            remark: 'a remark',
            compiled: acted,
            fedBack: acted,
            fedBackAt: now,
            acknowledgeBy: now,
            ...placed(row),
            platformRegion: row.platformRegion,
          },
        });
        return id;
      },
    },
  },
  acts: conformanceActs({ ownRecord, ownCluster }),
});
