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
 * Asks the lab that was given one of two samples, or both, to agree that they bear each other's labels (协商更正样品标签, clause 4). It learns which samples and what kind of product each
 * is then, and nothing of the purchases that change places.
 *
 * @throws Refusal LABELS_NOT_SWAPPED, LABELS_WITH_NO_LAB, LABELS_WITH_TWO_LABS, LABELS_REPORTED, CORRECTION_PROPOSED, VALUE_REQUIRED
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
  requireReportStands(one, other);
  await requireNothingProposed(tx, 'sampleId', ids);
  const corrected = ([[one, other], [other, one]] as const)
    .filter(([{ commissionId }]) => commissionId !== null)
    .map(([{ id, blindNumber, productKind }, its]) => ({ id, blindNumber, productKind, correctedProductKind: its.productKind === productKind ? null : its.productKind }));
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
    { labs: { commissionIds: commissions.map(({ id }) => id), samples: corrected } },
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

/** What a lab has signed of a sample names its kind of product: that stays true only where the other is of the same. */
function requireReportStands(one: Sample, other: Sample): void {
  const reported = [one, other].find(({ state }) => state === 'REPORTED');
  if (reported && one.productKind !== other.productKind) throw new Refusal('LABELS_REPORTED', { field: 'otherSampleId', parameters: { sample: reported.number, kind: reported.productKind } });
}
