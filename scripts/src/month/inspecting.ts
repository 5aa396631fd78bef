import type { Asker } from '../asking/asked-hub.js';
import type { Month, Sample } from './month.js';
import { analysts, labStaff, storekeepers, type LabId } from './parties.js';
import { inTurn, workedOff } from './tasks.js';

const [analyst] = analysts;
const now = () => new Date().toISOString();
/** 检验费用 of one sample. */
export const feePerSample = 100;

/** Samples that go to one lab under one plan. */
export interface Lot {
  readonly lab: LabId;
  readonly samples: readonly Sample[];
  commissionId: string;
}

export function lotsOf(samples: readonly Sample[]): Lot[] {
  const lots = new Map<string, Sample[]>();
  for (const sample of samples) {
    const key = `${sample.order.city} ${sample.lab}`;
    lots.set(key, [...(lots.get(key) ?? []), sample]);
  }
  return [...lots.values()].map((of) => ({ lab: of[0]!.lab, samples: of, commissionId: '' }));
}

/** The centre commissions a lab with each lot, at a fee (3.2 c). */
export async function commission(month: Month, lots: readonly Lot[]): Promise<void> {
  const items = lots.map(({ lab, samples }) => ({
    ...{ labId: lab, sampleIds: samples.map(({ sampleId }) => sampleId), agreedDueAt: '2099-05-31T18:00:00+08:00' },
    testFee: { amount: `${samples.length * feePerSample}.00` },
  }));
  const made = await month.done(analyst!, 'commissionInspection', items);
  lots.forEach((lot, index) => {
    lot.commissionId = made[index]?.id ?? '';
    for (const sample of lot.samples) sample.commissionId = lot.commissionId;
  });
}

const technicianOf = ({ lab }: { readonly lab: LabId }): Asker => labStaff[lab].technicians[0]!;

/** Labs accept, and know what is to come by blind numbers (3.3 a). */
export async function accept(month: Month, lots: readonly Lot[]): Promise<void> {
  const made = await workedOff(month, 'AcceptCommission', lots, {
    on: ({ commissionId }) => commissionId,
    by: technicianOf,
    act: 'acceptCommission',
    items: ({ commissionId }) => [{ commissionId, answer: 'ACCEPT' }],
    reads: 'commission { receipts { id sample { id } } }',
  });
  lots.forEach(({ samples }, index) => {
    const { receipts } = made[index]?.[0]?.['commission'] as { receipts: { id: string; sample: { id: string } }[] };
    const receiptOf = new Map(receipts.map(({ id, sample }) => [sample.id, id]));
    for (const sample of samples) sample.receiptId = receiptOf.get(sample.sampleId) ?? '';
  });
}

/** What leaves the warehouse goes under its seal (5.2.4 a). */
export async function dispatch(month: Month, samples: readonly Sample[]): Promise<void> {
  await workedOff(month, 'DispatchSample', samples, {
    on: ({ sampleId }) => sampleId,
    by: inTurn(storekeepers),
    act: 'dispatchSample',
    items: ({ sampleId, mark }) => [{ sampleId, sealNumber: `FQ-${mark}`, quantity: 1, carrier: '顺达', waybill: `SJ-${mark}` }],
  });
}

export async function receiveAtLab(month: Month, samples: readonly Sample[]): Promise<void> {
  await workedOff(month, 'ReceiveSample', samples, {
    on: ({ receiptId }) => receiptId,
    by: technicianOf,
    act: 'recordSampleReceipt',
    items: ({ receiptId, mark }) => [{ receiptId, receivedAt: now(), appearance: '外观完好', condition: '可检', sealNumber: `FQ-${mark}`, sealIntact: true }],
  });
}

/** What was measured on a sample. */
export function resultsOf({ order, fails }: Pick<Sample, 'order' | 'fails'>): object[] {
  const verdict = fails ? 'NONCONFORMING' : 'CONFORMING';
  return order.planProduct === 1
    ? [{ itemCode: 'LEAK', standardNumber: 'GB 4706.1', standardVersion: '2005', subItems: [{ limitKind: 'MAXIMUM', limit: '0.75', unit: 'mA', specimens: [{ measured: fails ? '0.91' : '0.20', verdict }] }] }]
    : [{ itemCode: 'CORD', standardNumber: 'GB 31701', standardVersion: '2015', subItems: [{ limitKind: 'MAXIMUM', limit: '75', unit: 'mm', specimens: [{ measured: fails ? '120' : '60', verdict }] }] }];
}

/** Work of each lab on its samples, labs side by side. */
const atLabs = (samples: readonly Sample[], work: (lab: LabId, own: readonly Sample[]) => Promise<void>) =>
  Promise.all([...new Set(samples.map(({ lab }) => lab))].map((lab) => work(lab, samples.filter((sample) => sample.lab === lab)))).then(() => undefined);

/** Technicians enter what they measured (5.3.3). */
export function enterResults(month: Month, samples: readonly Sample[]): Promise<void> {
  return atLabs(samples, async (lab, own) => {
    await month.done(technicianOf({ lab }), 'recordTestResults', own.map((sample) => ({ receiptId: sample.receiptId, results: resultsOf(sample) })));
  });
}

/** And prepare reports of the results, under the numbers of the lab. */
export function prepareReports(month: Month, samples: readonly Sample[]): Promise<void> {
  return atLabs(samples, async (lab, own) => {
    const made = await month.done(technicianOf({ lab }), 'prepareInspectionReport', own.map(({ receiptId }) => ({ receiptId })));
    own.forEach((sample, index) => (sample.reportId = made[index]?.id ?? ''));
  });
}

export async function review(month: Month, samples: readonly Sample[]): Promise<void> {
  await workedOff(month, 'ReviewInspectionReport', samples, {
    on: ({ reportId }) => reportId,
    by: ({ lab }) => labStaff[lab].reviewer,
    act: 'reviewInspectionReport',
    items: ({ reportId }) => [{ reportId, outcome: 'PASS' }],
  });
}

/** Signatories issue reports, signed; what they owe is the commission. */
export async function issueReports(month: Month, samples: readonly Sample[]): Promise<void> {
  const commissions = [...new Map(samples.map((sample) => [sample.commissionId, sample])).values()];
  await workedOff(month, 'IssueInspectionReport', commissions, {
    on: ({ commissionId }) => commissionId,
    by: ({ lab }) => labStaff[lab].signatory,
    act: 'issueInspectionReport',
    items: ({ commissionId }) => samples.filter((sample) => sample.commissionId === commissionId).map(({ reportId }) => ({ reportId })),
  });
}

/** All the way from the commission to signed reports. */
export async function inspect(month: Month, samples: readonly Sample[]): Promise<void> {
  const lots = lotsOf(samples);
  for (const step of [commission, accept]) await step(month, lots);
  for (const step of [dispatch, receiveAtLab, enterResults, prepareReports, review, issueReports]) await step(month, samples);
}
