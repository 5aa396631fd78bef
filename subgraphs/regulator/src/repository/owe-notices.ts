import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { ReceivedMonitoringData } from '@hub/prisma/regulator/generated/client.js';
import { owedCapacities } from '../domain/owed-capacities.js';
import type { ResultNoticeState } from '../generated/graphql.js';
import type { RegulatorTransaction } from './database.js';
import { versionsOfResult } from './versions-of-result.js';

const superseded: ResultNoticeState = 'SUPERSEDED';
const withdrawn: ResultNoticeState = 'WITHDRAWN';

/**
 * Whoever is to be told of a result is owed a notice of its latest version (告知, after 5.4.1): owed from when the first of them is missing one, and done when
 * nobody is. All versions count; what was withdrawn has told nobody.
 */
export async function oweNotices(unit: UnitOfWork<RegulatorTransaction>, data: ReceivedMonitoringData): Promise<void> {
  const { tx } = unit;
  const notices = await tx.resultNotice.findMany({
    where: { monitoringDataId: { in: await versionsOfResult(tx, data) }, state: { not: withdrawn } },
    select: { monitoringDataId: true, capacity: true, state: true },
  });
  const had = new Set(notices.filter(({ state }) => state === superseded).map(({ capacity }) => capacity));
  const have = new Set(notices.filter(({ monitoringDataId }) => monitoringDataId === data.id).map(({ capacity }) => capacity));
  if (owedCapacities(data, had, have).length === 0) {
    await unit.closeDuties('IssueResultNotice', data.id);
    return;
  }
  const [open] = await tx.$queryRaw<unknown[]>`SELECT 1 FROM kernel.duty WHERE kind = 'IssueResultNotice' AND subject_id = ${data.id} AND closed_at IS NULL`;
  if (open) return;
  await unit.openDuty({
    kind: 'IssueResultNotice',
    subjectType: 'ReceivedMonitoringData',
    subjectId: data.id,
    partyId: data.holder,
    role: 'OFFICER',
    dueAt: await unit.dueBy('IssueResultNotice'),
    concerned: [data.centerId],
    partOf: data.planId,
  });
}
