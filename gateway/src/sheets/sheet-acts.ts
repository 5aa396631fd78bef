import type { Bilingual } from '@hub/schema/errors/bilingual.js';

/** What an act waits to be done on: rows of a list, which stand in its sheet when it is fetched. */
export interface Waiting {
  /** A list of the contract. */
  readonly list: string;
  /** The states from which the act is possible, as its terms name them. */
  readonly state: readonly string[];
  /** Columns of the sheet that are filled in beforehand, with the path of each in a row of the list; through a list within it, a row of the sheet for each entry. */
  readonly fills: Readonly<Record<string, string>>;
  /** What is shown beside it, by path; a due time as people write one. */
  readonly shows: readonly { readonly title: Bilingual; readonly path: string; readonly isDueTime?: true }[];
  /** How many rows one of the list comes to: so many less so many; one without it. */
  readonly times?: readonly [all: string, done: string];
}

/** An act that is done by sheets (填报表). */
export interface SheetAct {
  readonly act: string;
  /** What of its input has no column. */
  readonly without?: readonly string[];
  readonly waiting?: Waiting;
}

const number: Waiting['shows'][number] = { title: { en: 'number', 'zh-CN': '编号' }, path: 'number' };
const product: Waiting['shows'][number] = { title: { en: 'product', 'zh-CN': '产品名称' }, path: 'productName' };
const blindNumber: Waiting['shows'][number] = { title: { en: 'blind number', 'zh-CN': '盲样编号' }, path: 'blindNumber' };
const kind: Waiting['shows'][number] = { title: { en: 'kind of product', 'zh-CN': '产品种类' }, path: 'productKind' };

const samples = (...state: string[]): Waiting => ({ list: 'samples', state, fills: { sampleId: 'id' }, shows: [number, blindNumber, product] });
const receipts = (...state: string[]): Waiting => ({ list: 'sampleReceipts', state, fills: { receiptId: 'id' }, shows: [blindNumber, kind] });
const testItems = { 'results.itemCode': 'commission.testItems.code', 'results.standardNumber': 'commission.testItems.standardNumber', 'results.standardVersion': 'commission.testItems.standardVersion' };

/** The acts from order to result that are done by sheets, in the order of the cycle. Columns are derived from the contract; here stands what waits (ADR 0043). */
export const sheetActs: readonly SheetAct[] = [
  { act: 'orderSampling', waiting: { list: 'workPlans', state: ['STARTED'], fills: { workPlanId: 'id' }, shows: [number] } },
  {
    act: 'recordPurchase',
    waiting: { list: 'samplingOrders', state: ['ORDERED'], fills: { orderId: 'id' }, shows: [number, product, { title: { en: 'due', 'zh-CN': '完成期限' }, path: 'dueAt', isDueTime: true }], times: ['batches', 'bought'] },
  },
  { act: 'confirmSample', waiting: samples('PURCHASED') },
  { act: 'shipSample', waiting: samples('CONFIRMED') },
  { act: 'receiveSample', waiting: samples('SHIPPED') },
  { act: 'verifySample', waiting: samples('RECEIVED') },
  { act: 'registerSample', waiting: samples('VERIFIED') },
  { act: 'preserveEvidence', waiting: samples('REGISTERED') },
  { act: 'warehouseSample', waiting: samples('REGISTERED') },
  { act: 'commissionInspection', waiting: { ...samples('WAREHOUSED'), fills: { sampleIds: 'id' } } },
  {
    act: 'acceptCommission',
    waiting: { list: 'commissionAcceptances', state: ['RECEIVED'], fills: { commissionId: 'id' }, shows: [{ title: { en: 'agreed time', 'zh-CN': '约定完成时间' }, path: 'agreedDueAt', isDueTime: true }] },
  },
  { act: 'dispatchSample', waiting: samples('COMMISSIONED') },
  { act: 'recordSampleReceipt', waiting: receipts('EXPECTED') },
  { act: 'storeSample', waiting: receipts('RECEIVED', 'REPORTED') },
  { act: 'recordStorageReading', waiting: receipts('RECEIVED', 'REPORTED') },
  { act: 'recordTestResults', waiting: { ...receipts('RECEIVED'), fills: { receiptId: 'id', ...testItems } } },
  // The results recorded are those of the report; a new version of one that was issued is no matter of a list.
  { act: 'prepareInspectionReport', without: ['results', 'supersedesId', 'supersessionReason'], waiting: receipts('RECEIVED') },
  { act: 'compileMonitoringData', waiting: samples('REPORTED') },
  { act: 'feedBackMonitoringData', waiting: { list: 'monitoringDataList', state: ['COMPILED'], fills: { monitoringDataId: 'id' }, shows: [number, product, { title: { en: 'conclusion', 'zh-CN': '结论' }, path: 'conclusion' }] } },
  {
    act: 'acknowledgeMonitoringData',
    waiting: { list: 'monitoringDataAcknowledgements', state: ['RECEIVED'], fills: { monitoringDataId: 'id' }, shows: [number, product, { title: { en: 'acknowledge by', 'zh-CN': '签收期限' }, path: 'acknowledgeBy', isDueTime: true }] },
  },
];
