import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import type { InspectionCommission, Sample } from '@hub/prisma/monitoring-center/generated/client.js';
import { planFollowers } from '../domain/plan-followers.js';
import { requireLabelsSwappable } from '../domain/require-labels-swappable.js';
import type { ProposeLabelCorrectionInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';
import { lockedSamples } from './locked-samples.js';
import { proposeCorrection } from './propose-correction.js';
import { requireNothingProposed } from './require-nothing-proposed.js';

/**
 * Asks the lab that was given one of two samples, or both, to agree that they bear each other's labels (协商更正样品标签, clause 4). It learns which of its samples, and nothing of the purchases
 * that change places. Both are of one product of the plan: of another the lab would test what is not to be tested, and its commission is withdrawn instead.
 *
 * @throws Refusal LABELS_NOT_SWAPPED, LABELS_OF_OTHER_PRODUCT, LABELS_WITH_NO_LAB, LABELS_WITH_TWO_LABS, CORRECTION_PROPOSED, VALUE_REQUIRED
 */
export async function proposeLabelCorrection({ unit, caller, admit }: ActScope<MonitoringCenterTransaction>, input: ProposeLabelCorrectionInput): Promise<ActResult> {
  const { tx } = unit;
  const ids = [input.sampleId, input.otherSampleId];
  const rows = new Map((await lockedSamples(tx, ids, caller.partyId)).map((row) => [row.id, row]));
  const one = admit(rows.get(input.sampleId) ?? null, { type: 'Sample', id: input.sampleId, field: 'sampleId', expectedRevision: input.expectedRevision });
  const other = admit(rows.get(input.otherSampleId) ?? null, { type: 'Sample', id: input.otherSampleId, field: 'otherSampleId' });
  requireLabelsSwappable(one, other);
  const commissions = await tx.inspectionCommission.findMany({ where: { id: { in: [one, other].flatMap(({ commissionId }) => commissionId ?? []) } } });
  const labId = labAsked(one, other, commissions);
  if (one.planProduct !== other.planProduct) throw new Refusal('LABELS_OF_OTHER_PRODUCT', { field: 'otherSampleId', parameters: { sample: one.productKind, other: other.productKind } });
  await requireNothingProposed(tx, 'sampleId', ids);
  const given = [one, other].filter(({ commissionId }) => commissionId !== null).map(({ id, blindNumber }) => ({ id, blindNumber }));
  const proposal = await proposeCorrection(
    unit,
    'proposeLabelCorrection',
    {
      kind: 'SAMPLE_LABELS',
      planId: one.planId,
      askedOf: labId,
      sampleIds: ids,
      reason: requireText('reason', input.reason, 1000),
      holder: one.holder,
      concerned: [...planFollowers(one), labId],
    },
    { labs: { commissionIds: commissions.map(({ id }) => id), samples: given } },
  );
  return { valueId: proposal.id };
}

/** The one lab that was given a sample of the two. */
function labAsked(one: Sample, other: Sample, commissions: readonly InspectionCommission[]): string {
  const parameters = { sample: one.number, other: other.number };
  const labs = new Set(commissions.map(({ labId }) => labId));
  const [labId] = labs;
  if (labId === undefined) throw new Refusal('LABELS_WITH_NO_LAB', { field: 'sampleId', parameters });
  if (labs.size > 1) throw new Refusal('LABELS_WITH_TWO_LABS', { field: 'otherSampleId', parameters });
  return labId;
}
