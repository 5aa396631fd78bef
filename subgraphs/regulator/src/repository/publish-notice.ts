import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { findParticipant } from '@hub/kernel/members/find-participant.js';
import { takeNumber } from '@hub/kernel/numbers/take-numbers.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { publicNoticeMachine } from '../domain/public-notice-machine.js';
import { requireObjectionsSettled } from '../domain/require-objections-settled.js';
import { requirePublishableNature } from '../domain/require-publishable-nature.js';
import { requirePublishable } from '../domain/require-publishable.js';
import type { PublishNoticeInput } from '../generated/graphql.js';
import type { RegulatorTransaction } from './database.js';
import { lockedReceivedData } from './locked-received-data.js';
import { platformsHeardUpTo } from './platforms-heard-up-to.js';

const dataLimit = 200;

/** Tells the public of products that failed (公告, after 5.4.1), once objections are decided or their time has passed. */
export async function publishNotice(
  { unit, caller, admit }: ActScope<RegulatorTransaction>,
  input: PublishNoticeInput,
): Promise<ActResult> {
  const { tx, now } = unit;
  const ids = [...new Set(input.monitoringDataIds)];
  const failed = { en: 'the id of one that was received and does not conform', 'zh-CN': '一份已收到且不符合的监测数据的 id' };
  requireValid(ids.length > 0 && ids.length <= dataLimit, 'monitoringDataIds', { en: `a notice tells of 1 to ${dataLimit} products`, 'zh-CN': `一份公告涉及 1 至 ${dataLimit} 个产品` }, failed);
  const title = requireText('title', input.title, 200);
  const text = requireText('text', input.text);
  const found = await lockedReceivedData(tx, ids, caller.partyId);
  const data = ids.map((id) => admit(found.find((row) => row.id === id) ?? null, { type: 'ReceivedMonitoringData', id, field: 'monitoringDataIds' }));
  const plans = await tx.monitoringPlan.findMany({ where: { id: { in: data.map(({ planId }) => planId) } }, select: { id: true, nature: true } });
  requirePublishableNature('monitoringDataIds', data, plans);
  // Read before the objections are, so that none is missed of what was heard.
  const heardUpTo = await platformsHeardUpTo(tx);
  const versions = await tx.receivedMonitoringData.findMany({ where: { document: { in: data.map(({ document }) => document) } }, select: { id: true, document: true } });
  const documentOf = new Map(versions.map(({ id, document }) => [id, document]));
  const notices = await tx.resultNotice.findMany({ where: { monitoringDataId: { in: [...documentOf.keys()] } } });
  const objections = await tx.objection.findMany({ where: { noticeId: { in: notices.map(({ id }) => id) } } });
  const upon = (told: readonly { readonly id: string }[]) => objections.filter(({ noticeId }) => told.some(({ id }) => id === noticeId));
  for (const row of data) {
    requireValid(row.conclusion === 'NONCONFORMING', 'monitoringDataIds', { en: 'the public is told of what does not conform', 'zh-CN': '公告的对象为检验结论不符合的产品' }, failed);
    const told = notices.filter(({ monitoringDataId }) => monitoringDataId === row.id);
    const before = notices.filter(({ monitoringDataId }) => monitoringDataId !== row.id && documentOf.get(monitoringDataId) === row.document);
    requireObjectionsSettled(row, upon(before));
    requirePublishable(row, told.map((notice) => ({ ...notice, objections: upon([notice]) })), { now, heardUpTo });
  }
  const names = new Map<string, string | null>();
  for (const id of new Set([caller.partyId, ...data.map(({ platformId }) => platformId)])) names.set(id, (await findParticipant(tx, id))?.name ?? null);
  const notice = await tx.publicNotice.create({
    data: {
      number: await takeNumber(tx, 'PUBLIC_NOTICE', { holder: caller.partyId, at: now }),
      title,
      text,
      regulatorName: names.get(caller.partyId) ?? '',
      monitoringDataIds: ids,
      products: data.map(({ productName, brand, producerName, shopName, platformId, failedItems }) => ({
        ...{ productName, brand, producerName, shopName, platformName: names.get(platformId) ?? null, failedItems },
      })),
      publishedAt: now,
      published: { ...actRecord(unit) },
      holder: caller.partyId,
      concerned: [...new Set(data.flatMap(({ concerned }) => concerned))],
      ...publicNoticeMachine.begin('publishNotice'),
    },
  });
  unit.emit({ kind: 'NoticePublished', subjectType: 'PublicNotice', subjectId: notice.id, stamps: stampsOf(notice), receivers: {} });
  return { valueId: notice.id };
}
