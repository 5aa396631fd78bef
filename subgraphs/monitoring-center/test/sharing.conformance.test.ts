import { randomUUID } from 'node:crypto';
import { conformanceSuite } from '@hub/kernel/testing/conformance/conformance-suite.js';
import type { MatrixRow } from '@hub/kernel/testing/conformance/row-matrix.js';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { sdl } from '@hub/schema/generated/monitoring-center.js';
import { afterAll, beforeAll } from 'vitest';
import { buyerKeepingOf } from '../src/buyers/buyer-keeping-of.js';
import { monitoringCenterService } from '../src/service.js';
import type { Hub } from './acts.js';
import { conformanceActs } from './conformance-acts.js';
import { acted, disposal, now, placed, proposedCorrection, stamps } from './conformance-rows.js';
import { importFixtures } from './import-conformance.js';
import { riskFixtures } from './risk-conformance.js';
import { leak, recordedScope } from './thread.js';
import { workPlanFixtures } from './work-plan-conformance.js';

let hub: Hub;
beforeAll(async () => {
  // Imports of the matrix are rows to be read, and are not gone on with; nor are its records compared.
  hub = await subgraphUnderTest(monitoringCenterService, { variables: { IMPORTS_AT_ONCE: '0', COMPARISON_SECONDS: '3600', IMPORT_ALLOWED_HOSTS: 'data.example.cn' } });
  await receivedReport();
  await recordedScope(hub, 'lab-1', [leak]);
});
afterAll(() => hub.close());

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
  const who = { name: 'a buyer', account: `account ${number}`, address: 'an address', paymentReference: 'a payment' };
  const [buyer] = await inUnitOfWork(hub.database, { owner: 'monitoring-center', at: now, actor: null, causedBy: [] }, (unit) =>
    buyerKeepingOf(hub.environment).keep(unit, [{ holder: row.holder, known: { at: 'platform-1', by: who.account }, content: who }]),
  );
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
      buyerId: buyer?.personId ?? null,
      sealedBuyer: buyer?.sealed ?? null,
      recorded: acted,
      ...placed(row),
    },
  });
  const sample = await hub.database.sample.create({
    data: {
      number: `YP-${number}`,
      blindNumber: `MY-${number}`,
      productKind: 'a kind',
      quantity: 3,
      productName: 'a product',
      purchaseId: purchase.id,
      planId: 'plan',
      planProduct: 1,
      productCategory: 'c',
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
      disposals: [disposal],
      takenBack: { place: 'a place', sealNumber: 'another seal', quantity: 1, condition: 'a condition', acted },
      failure: { reason: 'DAMAGED', facts: 'facts', failedAt: now.toISOString() },
      ...placed(row),
    },
  });
  return { purchaseId: purchase.id, sampleId: sample.id };
}

const imports = importFixtures(() => hub);
const risk = riskFixtures(() => hub);
const workPlans = workPlanFixtures(() => hub);

conformanceSuite(() => hub, {
  owner: 'monitoring-center',
  sdl,
  subscriptions: {
    riskInformationTakenIn: 'RiskInformationTakenIn',
    importAdvanced: 'ImportAdvanced',
    assessmentReportSubmitted: 'AssessmentReportSubmitted',
    sampleMoved: 'SampleMoved',
    inspectionCommissioned: 'InspectionCommissioned',
    monitoringDataFedBack: 'MonitoringDataFedBack',
  },
  entities: {
    ...imports.entities,
    ...risk.entities,
    ...workPlans.entities,
    Purchase: { paths: [['PURCHASED', 'RETURNED']], insert: async (row, number) => (await purchaseWithSample(row, number)).purchaseId },
    Sample: {
      paths: [
        ['PURCHASED', 'CONFIRMED', 'SHIPPED', 'RECEIVED', 'VERIFIED', 'REGISTERED', 'WAREHOUSED', 'COMMISSIONED', 'DISPATCHED', 'AT_LAB', 'REPORTED', 'FED_BACK', 'DISPOSED'],
        ['PURCHASED', 'CONFIRMED', 'SHIPPED', 'RECEIVED', 'REJECTED', 'RETURNED'],
        ['COMMISSIONED', 'INSPECTION_FAILED'],
        ['AT_LAB', 'RECALLED'],
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
        ['ISSUED', 'WITHDRAWN'],
      ],
      insert: async (row, number) => {
        const { id } = await hub.database.inspectionCommission.create({
          data: {
            number: `WT-${number}`,
            labId: 'lab-1',
            planId: 'plan',
            productCategories: ['c'],
            platformIds: ['platform-1'],
            sellerRegions: ['33', '3301', '330105'],
            testItems: [],
            agreedDueAt: now,
            blind: true,
            commissioned: acted,
            commissionedAt: now,
            ...{ withdrawn: acted, withdrawalReason: 'a reason' },
            ...stamps(row),
          },
        });
        return id;
      },
    },
    CorrectionProposal: {
      paths: [['PROPOSED', 'AGREED'], ['PROPOSED', 'REFUSED'], ['PROPOSED', 'WITHDRAWN', 'AGREED'], ['PROPOSED', 'LAPSED']],
      insert: async (row) => {
        const { id } = await hub.database.correctionProposal.create({ data: { ...proposedCorrection, ...stamps(row) } });
        return id;
      },
    },
    ReportReceipt: {
      paths: [['RECEIVED', 'REFUSED']],
      insert: async (row, number) => {
        const said = { statement: '{}', signature: 'a..b', receiptKeyId: 'a key' };
        const named = { number: `BG-${number}`, labId: 'lab-1', commissionId: 'c', sampleId: 's', signingKeyId: 'k' };
        const { id } = await hub.database.reportReceipt.create({ data: { id: randomUUID(), ...named, ...said, receivedAt: now, refusalCode: 'REPORT_KEY_REVOKED', ...stamps(row) } });
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
            productCategory: 'c',
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
  acts: { ...imports.acts, ...risk.acts, ...workPlans.acts, ...conformanceActs(() => hub) },
});
