import type { Asker } from '../../../../scripts/src/asking/asked-hub.js';
import type { Month, Sample } from '../../../../scripts/src/month/month.js';
import { analysts, cityOfficers, platformOfficers, province } from '../../../../scripts/src/month/parties.js';
import { acknowledge, compile, feedBack, issueNotices, type Notice } from '../../../../scripts/src/month/telling.js';
import { workedOff } from '../../../../scripts/src/month/tasks.js';
import { settled } from './inspection-mistakes.js';
import type { MendedMistakes } from './mended.js';

const [analyst] = analysts as [Asker, Asker];

/** A version of monitoring data takes the place of one that was told, and the platform acknowledges it. @param kind what the centre owes */
export async function toldAnew(month: Month, sample: Sample, kind: string): Promise<void> {
  await compile(month, [sample], 'MONITORING_DATA_COMPILED');
  await feedBack(month, [sample], kind);
  await acknowledge(month, [sample]);
}

/** What was fed back names the wrong seller: the city agrees, and a version that names the right one is told. */
export async function sellerCorrected(month: Month, mended: MendedMistakes, sample: Sample): Promise<void> {
  const reason = '店铺已转让，登记为原经营者';
  const { order, dataId } = sample;
  const right = { shopName: '拾光家居专营店', merchantName: '拾光家居用品有限公司（演示）', merchantUscc: '91330106MA2D00029Y', sellerRegionCode: '330106' };
  const { id } = await month.one(analyst, 'proposeSellerCorrection', { monitoringDataId: dataId, ...right, reason });
  await workedOff(month, 'AnswerSellerCorrection', [id], { on: (each) => each, by: () => cityOfficers[order.city]!, act: 'answerSellerCorrection', items: (correctionId) => [{ correctionId, answer: 'AGREE' }] });
  await settled(month, id);
  await toldAnew(month, sample, 'CorrectMonitoringData');
  mended.note('monitoring data of the wrong seller', reason, [analyst, cityOfficers[order.city]!], `correctionProposal(id: "${id}") { state reason }`);
}

/** A notice cites a clause that does not apply: it is recalled with the reason, and issued anew. @returns the notices as they stand */
export async function noticeRecalled(month: Month, mended: MendedMistakes, notices: readonly Notice[], sample: Sample): Promise<Notice[]> {
  const reason = '告知书引用条款有误';
  const officer = cityOfficers[sample.order.city]!;
  const recalled = notices.filter((notice) => notice.sample === sample);
  for (const { id } of recalled) {
    await month.one(officer, 'withdrawResultNotice', { noticeId: id, reason });
    mended.note('a notice that was recalled', reason, [officer], `resultNotice(id: "${id}") { state withdrawReason }`);
  }
  return [...notices.filter((notice) => notice.sample !== sample), ...(await issueNotices(month, [sample]))];
}

/** A public notice says the wrong product in its title: the province withdraws it, and publishes the right one. @returns the right one */
export async function publicNoticeCorrected(month: Month, mended: MendedMistakes, content: { readonly text: string; readonly monitoringDataIds: readonly string[] }, title: string): Promise<string> {
  const reason = '公告标题产品名称有误';
  const wrong = await month.one(province, 'publishNotice', { ...content, title: '关于暖风机监督抽查结果的公告' });
  await month.one(province, 'withdrawPublicNotice', { publicNoticeId: wrong.id, reason });
  mended.note('a public notice that was withdrawn', reason, [province, platformOfficers['platform-1']], `publicNotice(id: "${wrong.id}") { state withdrawReason }`);
  return (await month.one(province, 'publishNotice', { ...content, title })).id;
}
