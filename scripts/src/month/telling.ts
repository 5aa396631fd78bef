import type { Month, Sample } from './month.js';
import { analysts, cityOfficers, merchant, platformOfficers, producer } from './parties.js';
import { inTurn, sharesOf, workedOff } from './tasks.js';

export const noticeText = '检验结论为不合格，可在收到之日起十五日内提出异议。';
export const slip = { hash: `sha-256:${'7'.repeat(64)}`, size: 20_480, mediaType: 'image/jpeg', name: '送达回证.jpg' };

/** A result that one party is told of. */
export interface Notice {
  readonly id: string;
  readonly sample: Sample;
  readonly capacity: 'SELLER' | 'PRODUCER';
}

/** Analysts form monitoring data of what is reported, and feed them back (3.2 d, 5.4.1). @param until how it is refused while the cause is still on its way */
export async function compile(month: Month, samples: readonly Sample[], until = 'STATE_NOT_POSSIBLE'): Promise<void> {
  await Promise.all(
    sharesOf(samples, inTurn(analysts)).map(async ({ colleague, share }) => {
      const made = await month.done(colleague, 'compileMonitoringData', share.map(({ sampleId }) => ({ sampleId })), { until });
      share.forEach((sample, index) => (sample.dataId = made[index]?.id ?? ''));
    }),
  );
}

/** @param kind what is owed: CorrectMonitoringData where a version before is corrected */
export async function feedBack(month: Month, samples: readonly Sample[], kind = 'FeedBackMonitoringData'): Promise<void> {
  await workedOff(month, kind, samples, { on: ({ sampleId }) => sampleId, by: inTurn(analysts), act: 'feedBackMonitoringData', items: ({ dataId }) => [{ monitoringDataId: dataId }] });
}

const ofPlatform = (act: string, more: object = {}) => ({
  on: ({ dataId }: Sample) => dataId,
  by: ({ order }: Sample) => platformOfficers[order.platformId],
  act,
  items: ({ dataId }: Sample) => [{ monitoringDataId: dataId, ...more }],
});
/** Those that do not conform. */
export const failed = (samples: readonly Sample[]) => samples.filter(({ fails }) => fails);

/** Platforms acknowledge what they are told, and handle what fails (5.4.2). */
export async function acknowledge(month: Month, samples: readonly Sample[]): Promise<void> {
  await workedOff(month, 'AcknowledgeMonitoringData', samples, ofPlatform('acknowledgeMonitoringData'));
}
export async function handle(month: Month, samples: readonly Sample[]): Promise<void> {
  await workedOff(month, 'HandleMonitoringData', samples, ofPlatform('completePlatformHandling', { result: '商品已下架。', measures: '约谈店铺。' }));
}

const officerOf = ({ order }: Sample) => cityOfficers[order.city]!;
const capacitiesOf = ({ place }: Sample): readonly Notice['capacity'][] => (place === 0 ? ['SELLER', 'PRODUCER'] : ['SELLER']);

/** Cities tell sellers and nominal producers in writing of a result (after 5.4.1). */
export async function issueNotices(month: Month, samples: readonly Sample[]): Promise<Notice[]> {
  const made = await workedOff(month, 'IssueResultNotice', samples, {
    on: ({ dataId }) => dataId,
    by: officerOf,
    act: 'issueResultNotice',
    items: (sample) => capacitiesOf(sample).map((capacity) => ({ monitoringDataId: sample.dataId, capacity, text: noticeText })),
  });
  return samples.flatMap((sample, index) => capacitiesOf(sample).map((capacity, n) => ({ id: made[index]?.[n]?.id ?? '', sample, capacity })));
}

/** Who has an account confirms receipt; service on the others is entered. */
export async function serveNotices(month: Month, notices: readonly Notice[]): Promise<void> {
  const has = ({ sample }: Notice) => sample.place === 0;
  const on = ({ id }: Notice) => id;
  await Promise.all([
    workedOff(month, 'ConfirmResultNotice', notices.filter(has), { on, by: ({ capacity }) => (capacity === 'SELLER' ? merchant : producer), act: 'confirmResultNotice', items: ({ id }) => [{ noticeId: id }] }),
    workedOff(month, 'ServeResultNotice', notices.filter((notice) => !has(notice)), {
      ...{ on, by: ({ sample }: Notice) => officerOf(sample), act: 'recordNoticeService' },
      items: ({ id }) => [{ noticeId: id, method: 'DIRECT', servedAt: new Date().toISOString(), evidence: [slip] }],
    }),
  ]);
}
