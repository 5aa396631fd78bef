import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { ReceivedMonitoringData } from '@hub/prisma/regulator/generated/client.js';
import type { NoticeCapacity, ResultNoticeState } from '../generated/graphql.js';
import { noticedParty } from '../domain/noticed-party.js';
import type { RegulatorTransaction } from './database.js';

const superseded: ResultNoticeState = 'SUPERSEDED';

/** Closes what is owed of a new version once everyone who had the old result, and is still named by the new one, has a notice of it. */
export async function closeWhenToldAnew(unit: UnitOfWork<RegulatorTransaction>, data: ReceivedMonitoringData): Promise<void> {
  const versions = await unit.tx.receivedMonitoringData.findMany({ where: { document: data.document, holder: data.holder }, select: { id: true } });
  const had = await unit.tx.resultNotice.findMany({
    where: { monitoringDataId: { in: versions.map(({ id }) => id) }, state: superseded },
    select: { capacity: true },
    distinct: ['capacity'],
  });
  const have = await unit.tx.resultNotice.findMany({ where: { monitoringDataId: data.id }, select: { capacity: true } });
  const told = new Set(have.map(({ capacity }) => capacity));
  const owed = had.filter(({ capacity }) => !told.has(capacity) && noticedParty(data, capacity as NoticeCapacity) !== null);
  if (owed.length === 0) await unit.closeDuties('IssueResultNotice', data.id);
}
