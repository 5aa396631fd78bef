import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import type { MonitoringCenterTransaction } from '../repository/database.js';
import { keepUnmatchedEvent } from '../repository/keep-unmatched-event.js';
import { setApartRetention } from '../repository/set-apart-retention.js';
import { tellRetestImpossible } from '../repository/tell-retest-impossible.js';

/** What a regulator tells of a retest that it orders (复检, after 5.4.1). */
interface RetestOrdered {
  readonly id: string;
  readonly regulatorId: string;
  readonly monitoringDataId: string;
  readonly dueAt: string;
}

/**
 * A retest is ordered: the retention sample (备样) becomes a sample of its own, ready to be commissioned, and the retest is owed. Where none was
 * kept, or it has been used or disposed of, the regulator is told.
 */
export const takeInRetestOrder: InboxHandler<MonitoringCenterTransaction> = async (unit, event, log) => {
  const { tx } = unit;
  const { id, regulatorId, monitoringDataId, dueAt } = event.payload as unknown as RetestOrdered;
  const data = await tx.monitoringData.findUnique({ where: { id: monitoringDataId } });
  if (data?.concerned[0] !== regulatorId) {
    await keepUnmatchedEvent(unit, event, 'the regulator has no such monitoring data', log);
    return;
  }
  await tx.$executeRaw`SELECT 1 FROM sample WHERE id = ${data.sampleId} FOR UPDATE`;
  const first = await tx.sample.findUniqueOrThrow({ where: { id: data.sampleId } });
  if (await tx.sample.findUnique({ where: { retestId: id }, select: { id: true } })) return;
  const retained = (first.warehousing as { quantityRetained?: number } | null)?.quantityRetained ?? 0;
  const used = first.retestOfId !== null || (await tx.sample.findFirst({ where: { retestOfId: first.id }, select: { id: true } })) !== null;
  const gone = first.state === 'DISPOSED';
  if (retained < 1 || used || gone) {
    tellRetestImpossible(unit, first, id, used ? '备样已用于复检 (the retention sample has been used)' : gone ? '备样已处置 (the retention sample has been disposed of)' : '未留存备样 (no retention sample was kept)');
    return;
  }
  await setApartRetention(unit, first, { retestId: id, quantity: retained, dueAt: new Date(dueAt) });
};
