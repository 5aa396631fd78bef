import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { publicNoticeMachine } from '../domain/public-notice-machine.js';
import type { RegulatorTransaction } from './database.js';

/**
 * What was published of results is in doubt, for they were superseded, or somebody objected to them in time (after 5.4.1): the public sees it at once, and whoever published
 * owes to withdraw it; what still holds is published anew.
 *
 * @param monitoringDataIds versions of which a notice may tell
 */
export async function reviewPublicNotices(unit: UnitOfWork<RegulatorTransaction>, monitoringDataIds: readonly string[]): Promise<void> {
  const { tx, now } = unit;
  const ids = [...monitoringDataIds];
  await tx.$queryRaw`SELECT id FROM public_notice WHERE monitoring_data_ids && ${ids}::text[] ORDER BY id FOR UPDATE`;
  const notices = await tx.publicNotice.findMany({ where: { monitoringDataIds: { hasSome: ids } }, orderBy: { id: 'asc' } });
  for (const before of notices.filter((notice) => publicNoticeMachine.leadsFrom('ResultInDoubt', notice))) {
    const notice = await tx.publicNotice.update({ where: { id: before.id }, data: { ...publicNoticeMachine.move('ResultInDoubt', before), underReviewSince: now } });
    await unit.openDuty({
      kind: 'WithdrawPublicNotice',
      subjectType: 'PublicNotice',
      subjectId: notice.id,
      partyId: notice.holder,
      role: 'OFFICER',
      dueAt: await unit.dueBy('WithdrawPublicNotice'),
      concerned: notice.concerned,
    });
    unit.emit({ kind: 'PublicNoticeUnderReview', subjectType: 'PublicNotice', subjectId: notice.id, stamps: stampsOf(notice), receivers: {} });
  }
}
