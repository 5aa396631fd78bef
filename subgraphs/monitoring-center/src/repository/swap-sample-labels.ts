import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import type { Prisma, Sample } from '@hub/prisma/monitoring-center/generated/client.js';
import { contentOfPurchase } from '../domain/content-of-purchase.js';
import type { SwapSampleLabelsInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';

/**
 * Sets right that two samples bear each other's labels, until a lab is given either (更正样品标签, clause 4). A sample is what bears its label: the purchases change
 * places, and what was noted under a label stays with it.
 *
 * @throws Refusal STATE_NOT_POSSIBLE of either, LABELS_NOT_SWAPPED, VALUE_REQUIRED
 */
export async function swapSampleLabels({ unit, caller, admit }: ActScope<MonitoringCenterTransaction>, input: SwapSampleLabelsInput): Promise<ActResult> {
  const { tx } = unit;
  const ids = [input.sampleId, input.otherSampleId];
  // In one order, as a commission holds them; of one's own alone.
  await tx.$executeRaw`SELECT 1 FROM sample WHERE id = ANY(${ids}::text[]) AND holder = ${caller.partyId} ORDER BY id FOR UPDATE`;
  const rows = new Map((await tx.sample.findMany({ where: { id: { in: ids } } })).map((row) => [row.id, row]));
  const one = admit(rows.get(input.sampleId) ?? null, { type: 'Sample', id: input.sampleId, field: 'sampleId', expectedRevision: input.expectedRevision });
  const other = admit(rows.get(input.otherSampleId) ?? null, { type: 'Sample', id: input.otherSampleId, field: 'otherSampleId' });
  requireSwappable(one, other);
  const reason = requireText('reason', input.reason, 1000);
  const purchases = await tx.purchase.findMany({ where: { id: { in: [one.purchaseId, other.purchaseId] } }, select: { id: true, number: true } });
  const numberOf = new Map(purchases.map(({ id, number }) => [id, number]));
  for (const [sample, its] of [[one, other], [other, one]] as const) {
    const relabelling = { number: its.number, purchaseNumber: numberOf.get(sample.purchaseId) ?? '', reason, acted: { ...actRecord(unit) } };
    const swapped = await tx.sample.update({
      where: { id: sample.id },
      data: { ...contentOfPurchase(its), relabellings: [...(sample.relabellings as unknown as Prisma.InputJsonValue[]), relabelling], revision: { increment: 1 } },
    });
    unit.emit({ kind: 'SampleRelabelled', subjectType: 'Sample', subjectId: sample.id, stamps: stampsOf(swapped), receivers: {} });
  }
  return { valueId: one.id };
}

function requireSwappable(one: Sample, other: Sample): void {
  const swappable = one.id !== other.id && one.planId === other.planId && one.retestOfId === null && other.retestOfId === null;
  if (!swappable) throw new Refusal('LABELS_NOT_SWAPPED', { field: 'otherSampleId', parameters: { sample: one.number, other: other.number } });
}
