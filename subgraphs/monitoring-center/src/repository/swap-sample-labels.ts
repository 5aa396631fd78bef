import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireLabelsSwappable } from '../domain/require-labels-swappable.js';
import type { SwapSampleLabelsInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';
import { exchangePurchases } from './exchange-purchases.js';
import { lockedSamples } from './locked-samples.js';
import { requireNothingProposed } from './require-nothing-proposed.js';

/**
 * Sets right that two samples bear each other's labels, until a lab is given either (更正样品标签, clause 4). A sample is what bears its label: the purchases change
 * places, and what was noted under a label stays with it.
 *
 * @throws Refusal STATE_NOT_POSSIBLE of either, LABELS_NOT_SWAPPED, CORRECTION_PROPOSED, VALUE_REQUIRED
 */
export async function swapSampleLabels({ unit, caller, admit }: ActScope<MonitoringCenterTransaction>, input: SwapSampleLabelsInput): Promise<ActResult> {
  const { tx } = unit;
  const ids = [input.sampleId, input.otherSampleId];
  const rows = new Map((await lockedSamples(tx, ids, caller.partyId)).map((row) => [row.id, row]));
  const one = admit(rows.get(input.sampleId) ?? null, { type: 'Sample', id: input.sampleId, field: 'sampleId', expectedRevision: input.expectedRevision });
  const other = admit(rows.get(input.otherSampleId) ?? null, { type: 'Sample', id: input.otherSampleId, field: 'otherSampleId' });
  requireLabelsSwappable(one, other);
  await requireNothingProposed(tx, 'sampleId', ids);
  const reason = requireText('reason', input.reason, 1000);
  await exchangePurchases(unit, [one, other], { reason, acted: actRecord(unit) });
  return { valueId: one.id };
}
