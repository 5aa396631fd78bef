import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { resultNoticeMachine } from '../domain/result-notice-machine.js';
import type { RegulatorTransaction } from './database.js';
import { toAddressee } from './to-addressee.js';

const cause = 'ReceivedMonitoringDataSuperseded';

/**
 * A new version of a result takes the place of what was told: its notices end, and what was owed of the version before is owed of the new
 * one (after 5.4.1).
 */
export async function supersedeResultNotices(unit: UnitOfWork<RegulatorTransaction>, beforeId: string): Promise<void> {
  const { tx } = unit;
  await tx.$queryRaw`SELECT id FROM result_notice WHERE monitoring_data_id = ${beforeId} ORDER BY id FOR UPDATE`;
  const notices = await tx.resultNotice.findMany({ where: { monitoringDataId: beforeId }, orderBy: { id: 'asc' } });
  const told = notices.filter((notice) => resultNoticeMachine.leadsFrom(cause, notice));
  for (const notice of told) {
    const ended = await tx.resultNotice.update({ where: { id: notice.id }, data: resultNoticeMachine.move(cause, notice) });
    await unit.dropDuties('ServeResultNotice', notice.id);
    unit.emit({
      kind: 'ResultNoticeEnded',
      subjectType: 'ResultNotice',
      subjectId: notice.id,
      stamps: stampsOf(ended),
      receivers: toAddressee(ended, { id: notice.id, outcome: ended.state, reason: null }),
    });
  }
  await unit.dropDuties('IssueResultNotice', beforeId);
}
