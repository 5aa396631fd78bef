import type { Asker } from '../asking/asked-hub.js';
import { idsOf, type ThreadStep } from './thread-step.js';
import { timeOf } from './time-of.js';

const analyst: Asker = { identity: 'center', role: 'ANALYST', user: 1 };
const technician: Asker = { identity: 'lab-1', role: 'TECHNICIAN', user: 1 };
const reviewer: Asker = { identity: 'lab-1', role: 'REVIEWER', user: 2 };
const signatory: Asker = { identity: 'lab-1', role: 'SIGNATORY', user: 3 };
const storekeeper: Asker = { identity: 'center', role: 'STOREKEEPER', user: 3 };
const platform: Asker = { identity: 'platform-1', role: 'OFFICER' };

/** From the commission to monitoring data that the platform has acknowledged. */
export const toTheEnd: readonly ThreadStep[] = [
  {
    name: 'the centre commissions a lab',
    by: analyst,
    act: 'commissionInspection',
    items: ({ sampleIds }) => [{ labId: 'lab-1', sampleIds, agreedDueAt: '2099-05-31T18:00:00+08:00' }],
    keeps: (state, [commission]) => {
      state.commissionId = commission?.id ?? '';
    },
    sends: true,
  },
  {
    name: 'the lab accepts',
    by: technician,
    act: 'acceptCommission',
    items: ({ commissionId }) => [{ commissionId, answer: 'ACCEPT' }],
    until: 'NOT_FOUND',
    reads: 'commission { receipts { id sample { id } } }',
    keeps: (state, [acceptance]) => {
      const { receipts } = acceptance?.['commission'] as { receipts: { id: string; sample: { id: string } }[] };
      state.receiptIds = state.sampleIds.map((id) => receipts.find(({ sample }) => sample.id === id)?.id ?? '');
    },
    sends: true,
  },
  {
    name: 'the samples leave for the lab',
    by: storekeeper,
    act: 'dispatchSample',
    items: ({ run, sampleIds }) => sampleIds.map((sampleId, n) => ({ sampleId, sealNumber: `FQ-${run}-${n}`, quantity: 1, carrier: '顺达', waybill: `SJ-${n}` })),
    until: 'COMMISSION_NOT_ACCEPTED',
    sends: true,
  },
  {
    name: 'which records their receipt',
    by: technician,
    act: 'recordSampleReceipt',
    items: (state) =>
      state.receiptIds.map((receiptId, n) => ({
        receiptId,
        receivedAt: timeOf(state, 'recordSampleReceipt'),
        appearance: '外观完好',
        condition: '可检',
        sealNumber: `FQ-${state.run}-${n}`,
        sealIntact: true,
      })),
    sends: true,
  },
  {
    name: 'prepares reports',
    by: technician,
    act: 'prepareInspectionReport',
    items: ({ run, receiptIds }) =>
      receiptIds.map((receiptId, n) => ({
        receiptId,
        number: `QH-${run}-${n}`,
        results: [
          {
            itemCode: 'LEAK',
            standardNumber: 'GB 4706.1',
            standardVersion: '2005',
            subItems: [
              {
                limitKind: 'MAXIMUM',
                limit: '0.75',
                unit: 'mA',
                specimens: [n === 0 ? { measured: '0.91', verdict: 'NONCONFORMING' } : { measured: '0.20', verdict: 'CONFORMING' }],
              },
            ],
          },
        ],
      })),
    keeps: (state, made) => {
      state.inspectionReportIds = idsOf(made);
    },
    sends: false,
  },
  {
    name: 'reviews them',
    by: reviewer,
    act: 'reviewInspectionReport',
    items: ({ inspectionReportIds }) => inspectionReportIds.map((reportId) => ({ reportId, outcome: 'PASS' })),
    sends: false,
  },
  {
    name: 'and issues them, signed',
    by: signatory,
    act: 'issueInspectionReport',
    items: ({ inspectionReportIds }) => inspectionReportIds.map((reportId) => ({ reportId })),
    sends: true,
  },
  {
    name: 'the centre forms monitoring data',
    by: analyst,
    act: 'compileMonitoringData',
    items: ({ sampleIds }) => sampleIds.map((sampleId) => ({ sampleId })),
    until: 'STATE_NOT_POSSIBLE',
    keeps: (state, made) => {
      state.monitoringDataIds = idsOf(made);
    },
    sends: false,
  },
  {
    name: 'and feeds it back',
    by: analyst,
    act: 'feedBackMonitoringData',
    items: ({ monitoringDataIds }) => monitoringDataIds.map((monitoringDataId) => ({ monitoringDataId })),
    sends: true,
  },
  {
    name: 'the platform acknowledges',
    by: platform,
    act: 'acknowledgeMonitoringData',
    items: ({ monitoringDataIds }) => monitoringDataIds.map((monitoringDataId) => ({ monitoringDataId })),
    until: 'NOT_FOUND',
    sends: true,
  },
];
