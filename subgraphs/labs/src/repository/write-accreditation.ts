import { isDeepStrictEqual } from 'node:util';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { Prisma } from '@hub/prisma/labs/generated/client.js';
import type { AccreditationContent } from '../domain/accreditation-content.js';
import type { LabsTransaction } from './database.js';

/** The qualification of a lab, whole: what it says replaces what was recorded before. */
export interface LabAccreditation extends AccreditationContent {
  readonly labId: string;
}

/**
 * Records the qualification and scope of a lab (能力附表, 3.2 c) and tells the centre. The same record again changes nothing.
 *
 * @returns whether anything changed
 * @throws Refusal CONCURRENT_CHANGE
 */
export async function writeAccreditation(
  unit: UnitOfWork<LabsTransaction>,
  { labId, cma, cnas, scope, signatories }: LabAccreditation,
): Promise<boolean> {
  const before = await unit.tx.lab.findUnique({ where: { id: labId } });
  const recorded = before && { cma: before.cma, cnas: before.cnas, scope: before.scope, signatories: before.signatories };
  if (isDeepStrictEqual(recorded, { cma, cnas, scope, signatories })) return false;

  const content = {
    cma,
    cnas: cnas ?? Prisma.DbNull,
    scope: [...scope],
    signatories: signatories ? signatories.map(({ userId, itemCodes }) => ({ userId, itemCodes: itemCodes && [...itemCodes] })) : Prisma.DbNull,
  };
  const stamps = { holder: labId, concerned: [], state: 'RECORDED', reached: ['RECORDED'] };
  const [lab] = before
    ? await unit.tx.lab.updateManyAndReturn({
        where: { id: labId, revision: before.revision },
        data: { ...content, revision: { increment: 1 } },
      })
    : await unit.tx.lab.createManyAndReturn({ data: [{ id: labId, ...content, ...stamps }], skipDuplicates: true });
  if (!lab) throw new Refusal('CONCURRENT_CHANGE', { field: 'scope', parameters: { type: 'Lab' } });
  unit.emit({
    kind: 'LabScopeRecorded',
    subjectType: 'Lab',
    subjectId: labId,
    stamps: stampsOf(lab),
    receivers: { 'monitoring-center': { labId, cma, scope } },
  });
  return true;
}
