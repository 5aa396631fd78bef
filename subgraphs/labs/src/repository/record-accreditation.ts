import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { accreditationContent } from '../domain/accreditation-content.js';
import type { RecordAccreditationInput } from '../generated/graphql.js';
import type { LabsTransaction } from './database.js';
import { writeAccreditation } from './write-accreditation.js';

/** A lab records its own qualification and scope (能力附表登记, 3.2 c). */
export async function recordAccreditation({ unit, caller }: ActScope<LabsTransaction>, input: RecordAccreditationInput): Promise<ActResult> {
  const { expectedRevision } = input;
  if (expectedRevision != null) {
    const lab = await unit.tx.lab.findUnique({ where: { id: caller.partyId }, select: { revision: true } });
    const actual = lab?.revision ?? 0;
    if (actual !== expectedRevision) {
      throw new Refusal('REVISION_CONFLICT', { field: 'expectedRevision', parameters: { type: 'Lab', actual, expected: expectedRevision } });
    }
  }
  await writeAccreditation(unit, { labId: caller.partyId, ...accreditationContent(input) });
  return { valueId: caller.partyId };
}
