import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireEvidenceFiles } from '@hub/kernel/validation/require-evidence-files.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import type { Prisma } from '@hub/prisma/platforms/generated/client.js';
import { selfInspectionMachine } from '../domain/self-inspection-machine.js';
import type { FileRectificationInput } from '../generated/graphql.js';
import type { PlatformsTransaction } from './database.js';

/** Files how a seller has rectified what it found (整改, 3.5). */
export async function fileRectification(
  { unit, admit, preserve }: ActScope<PlatformsTransaction>,
  input: FileRectificationInput,
): Promise<ActResult> {
  const inspection = admit(await unit.tx.selfInspection.findUnique({ where: { id: input.selfInspectionId } }), {
    type: 'SelfInspection',
    id: input.selfInspectionId,
    field: 'selfInspectionId',
    expectedRevision: input.expectedRevision,
  });
  const evidence = requireEvidenceFiles('evidence', input.evidence ?? []);
  const [rectified] = await unit.tx.selfInspection.updateManyAndReturn({
    where: { id: inspection.id, revision: inspection.revision },
    data: {
      measures: requireText('measures', input.measures),
      rectificationEvidence: evidence as unknown as Prisma.InputJsonArray,
      rectified: { ...actRecord(unit) },
      ...selfInspectionMachine.move('fileRectification', inspection),
    },
  });
  if (!rectified) throw new Refusal('CONCURRENT_CHANGE', { field: 'selfInspectionId', parameters: { type: 'SelfInspection' } });
  await preserve({ field: 'evidence', subject: { type: 'SelfInspection', id: rectified.id }, files: evidence });
  unit.emit({
    kind: 'RectificationFiled',
    subjectType: 'SelfInspection',
    subjectId: rectified.id,
    stamps: stampsOf(rectified),
    receivers: {},
  });
  return { valueId: rectified.id };
}
