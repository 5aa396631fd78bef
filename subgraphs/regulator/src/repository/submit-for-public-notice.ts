import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requirePublishableNature } from '../domain/require-publishable-nature.js';
import type { SubmitForPublicNoticeInput } from '../generated/graphql.js';
import type { RegulatorTransaction } from './database.js';
import { lockedReceivedData } from './locked-received-data.js';

/** Hands monitoring data of a city or county up to its province, which alone tells the public (报请公告, after 5.4.1). What was handed up before stays so. */
export async function submitForPublicNotice(
  { unit, caller, admit }: ActScope<RegulatorTransaction>,
  { monitoringDataId: id, expectedRevision }: SubmitForPublicNoticeInput,
): Promise<ActResult> {
  const [found = null] = await lockedReceivedData(unit.tx, [id], caller.partyId);
  const before = admit(found, { type: 'ReceivedMonitoringData', id, field: 'monitoringDataId', expectedRevision });
  requirePublishableNature('monitoringDataId', [before], await unit.tx.monitoringPlan.findMany({ where: { id: before.planId }, select: { id: true, nature: true } }));
  const provinces = await provincesOver(unit.tx, caller.regionCode);
  if (provinces.length === 0) throw new Refusal('PROVINCE_UNKNOWN', { field: 'monitoringDataId', parameters: { data: before.number } });
  const data = await unit.tx.receivedMonitoringData.update({
    where: { id },
    data: { concerned: [...new Set([...before.concerned, ...provinces])], revision: { increment: 1 } },
  });
  unit.emit({ kind: 'MonitoringDataSubmitted', subjectType: 'ReceivedMonitoringData', subjectId: id, stamps: stampsOf(data), receivers: {} });
  return { valueId: id };
}

/** Active regulators of the province that a region lies in. */
async function provincesOver(tx: RegulatorTransaction, regionCode: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM kernel.participant WHERE kind = 'REGULATOR' AND level = 'PROVINCE' AND state = 'ACTIVE' AND left(region_code, 2) = left(${regionCode}, 2) ORDER BY id`;
  return rows.map(({ id }) => id);
}
