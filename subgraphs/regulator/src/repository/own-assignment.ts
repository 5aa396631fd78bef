import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { findParticipant } from '@hub/kernel/members/find-participant.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { PlanAssignment } from '@hub/prisma/regulator/generated/client.js';
import type { RegulatorTransaction } from './database.js';
import { lockedAssignment } from './locked-assignment.js';

/** The part that an item names, if the caller is to carry it out: regulators further above read it, and do not answer it. @throws Refusal NOT_FOUND, STATE_NOT_POSSIBLE, REVISION_CONFLICT, ASSIGNMENT_NOT_YOURS */
export async function ownAssignment(
  { unit, caller, admit }: ActScope<RegulatorTransaction>,
  { assignmentId: id, expectedRevision }: { readonly assignmentId: string; readonly expectedRevision?: number | null | undefined },
): Promise<PlanAssignment> {
  const field = 'assignmentId';
  const assignment = admit(await lockedAssignment(unit.tx, id, caller.partyId), { type: 'PlanAssignment', id, field, expectedRevision });
  if (assignment.assigneeId === caller.partyId) return assignment;
  const assignee = (await findParticipant(unit.tx, assignment.assigneeId))?.name ?? assignment.assigneeId;
  throw new Refusal('ASSIGNMENT_NOT_YOURS', { field, parameters: { number: assignment.number, assignee } });
}
