import { cast } from '../cast.js';
import { that } from '../matching.js';
import type { Found, Step } from '../step.js';
import { failing, repeated, targets, uninspectable } from './targets.js';

/** Positions of the samples that have a report. */
const reported = targets.map((_, n) => n).filter((n) => n !== uninspectable);
const ofPlatform = (platformId: string) => reported.filter((n) => targets[n]?.platformId === platformId);

/** Monitoring data: formed, fed back, acknowledged (5.4.1, 5.4.2). Only now do platforms and merchants learn of anything. */
export const feedbackSteps: readonly Step[] = [
  {
    key: 'compile',
    title: { zh: '形成监测数据', en: 'forms monitoring data of every sample that was inspected' },
    by: cast.analyst,
    waitsFor: {
      what: { zh: '检验报告到达监测中心', en: 'every report and the failure reach the centre' },
      by: cast.analyst,
      query: 'query ($one: ID!, $other: ID!, $failed: ID!) { one: inspectionCommission(id: $one) { state } other: inspectionCommission(id: $other) { state } sample(id: $failed) { state } }',
      variables: ({ commissionIds: [one, other], sampleIds }) => ({ one, other, failed: sampleIds[uninspectable] }),
      finds: () => ({ one: { state: 'REPORTED' }, other: { state: 'REPORTED' }, sample: { state: 'INSPECTION_FAILED' } }),
    },
    act: {
      name: 'compileMonitoringData',
      items: ({ sampleIds }) => reported.map((n) => ({ sampleId: sampleIds[n] })),
      reads: 'number state conclusion productName failedItems { name measured limit unit }',
      keeps: (story, made) => reported.forEach((n, index) => (story.monitoringDataIds[n] = made[index]?.id ?? '')),
      tells: failures,
    },
  },
  {
    key: 'feed-back',
    title: { zh: '反馈监测数据', en: 'feeds it back to the regulator and to each platform its own' },
    by: cast.analyst,
    act: {
      name: 'feedBackMonitoringData',
      items: ({ monitoringDataIds }) => reported.map((n) => ({ monitoringDataId: monitoringDataIds[n] })),
      reads: 'number state merchantUscc platform { id }',
      opensTo: ({ platform, merchantUscc }) => [(platform as { id: string }).id, ...(merchantUscc === merchant ? ['merchant-1'] : [])],
      tells: (made) => ['platform-1', 'platform-2'].map((id) => `${made.filter(({ platform }) => (platform as { id: string }).id === id).length} to ${id}`),
    },
    checks: [
      {
        by: cast.merchant,
        query: '{ monitoringDataList(first: 100) { nodes { id conclusion } } }',
        finds: ({ monitoringDataIds }) => ({
          monitoringDataList: {
            nodes: that<Found[]>('of this run what is its own, and nothing else', (nodes) => nodes.filter(({ id }) => monitoringDataIds.includes(id)).map(({ id }) => id).join() === monitoringDataIds[failing]),
          },
        }),
      },
    ],
  },
  ...(['platform-1', 'platform-2'] as const).map((platformId): Step => ({
    key: `acknowledge-${platformId}`,
    title: { zh: '签收监测数据', en: 'acknowledges what concerns it' },
    by: cast.platforms[platformId],
    waitsFor: {
      what: { zh: '监测数据到达平台', en: 'the data reach the platform' },
      by: cast.platforms[platformId],
      query: '{ monitoringDataAcknowledgements(first: 100) { nodes { id } } }',
      finds: ({ monitoringDataIds }) => ({
        monitoringDataAcknowledgements: {
          nodes: that<Found[]>(`${ofPlatform(platformId).length} of this run`, (nodes) => ofPlatform(platformId).every((n) => nodes.some(({ id }) => id === monitoringDataIds[n]))),
        },
      }),
    },
    act: {
      name: 'acknowledgeMonitoringData',
      items: ({ monitoringDataIds }) => ofPlatform(platformId).map((n) => ({ monitoringDataId: monitoringDataIds[n] })),
      reads: 'state conclusion',
      opensTo: ({ id }, { monitoringDataIds }) => (id === monitoringDataIds[failing] ? ['merchant-1'] : []),
      tells: (made) => [`${made.length} of them ${String(made[0]?.['state'])}, ${made.filter(({ conclusion }) => conclusion === 'NONCONFORMING').length} do not conform`],
    },
  })),
];

/** The code of the merchant that has an account. */
const merchant = '91330105MA2D00010K';

/** Positions of what does not conform. */
export const nonconforming: readonly number[] = [failing, repeated];

function failures(made: readonly Found[]): string[] {
  const bad = made.filter(({ conclusion }) => conclusion === 'NONCONFORMING');
  const line = ({ number, productName, failedItems }: Found) =>
    [number, productName, ...(failedItems as Record<string, string>[]).map(({ name, measured, limit, unit }) => `${name} ${measured} ${unit}, limit ${limit}`)].join('  ');
  return [`${made.length} of them, ${bad.length} do not conform`, ...bad.map(line)];
}
