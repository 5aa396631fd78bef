import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { usersWithRole } from '@hub/kernel/members/users-with-role.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { accreditationContent, type AccreditedItemRecord, type AuthorisedSignatoryRecord } from '../domain/accreditation-content.js';
import type { RecordAccreditationInput } from '../generated/graphql.js';
import type { LabsTransaction } from './database.js';
import { writeAccreditation } from './write-accreditation.js';

/** A lab records its own qualification and scope (能力附表登记, 3.2 c). */
export async function recordAccreditation({ unit, caller, codeLists }: ActScope<LabsTransaction>, input: RecordAccreditationInput): Promise<ActResult> {
  const { expectedRevision } = input;
  const lab = await unit.tx.lab.findUnique({ where: { id: caller.partyId }, select: { revision: true, scope: true } });
  if (expectedRevision != null) {
    const actual = lab?.revision ?? 0;
    if (actual !== expectedRevision) {
      throw new Refusal('REVISION_CONFLICT', { field: 'expectedRevision', parameters: { type: 'Lab', id: caller.partyId, actual, expected: expectedRevision } });
    }
  }
  const content = accreditationContent(input, { codeLists, now: unit.now }, (lab?.scope ?? []) as unknown as AccreditedItemRecord[]);
  await requireSignatories(unit.tx, caller.partyId, content.signatories ?? []);
  await writeAccreditation(unit, { labId: caller.partyId, ...content });
  return { valueId: caller.partyId };
}

/** Whoever is authorised is a signatory of the lab. */
async function requireSignatories(tx: LabsTransaction, labId: string, signatories: readonly AuthorisedSignatoryRecord[]): Promise<void> {
  const known = await usersWithRole(tx, labId, 'SIGNATORY', signatories.map(({ userId }) => userId));
  const index = signatories.findIndex(({ userId }) => !known.has(userId));
  const problem = { en: 'no signatory of the lab has this id', 'zh-CN': '本机构没有该授权签字人' };
  requireValid(index === -1, `signatories.${index}.userId`, problem, { en: 'the id of a user with the role SIGNATORY', 'zh-CN': '具有 SIGNATORY 职责的用户 id' });
}
