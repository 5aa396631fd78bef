import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { givenAnswer } from '../domain/given-answer.js';
import type { RecordDirectionAnswerInput } from '../generated/graphql.js';
import { actsItself } from './acts-itself.js';
import { addDirectionAnswer } from './add-direction-answer.js';
import type { RegulatorTransaction } from './database.js';
import { lockedDirection } from './locked-direction.js';

/** Records the answer of an addressee that has no account, or none any more, on its behalf (3.1 d). */
export async function recordDirectionAnswer(
  { unit, caller, admit, preserve }: ActScope<RegulatorTransaction>,
  input: RecordDirectionAnswerInput,
): Promise<ActResult> {
  const direction = admit(await lockedDirection(unit.tx, input.directionId, caller.partyId), {
    type: 'HazardDirection',
    id: input.directionId,
    field: 'directionId',
    expectedRevision: input.expectedRevision,
  });
  if (await actsItself(unit.tx, direction.addresseeId)) {
    throw new Refusal('ADDRESSEE_ANSWERS_ITSELF', { field: 'directionId', parameters: { addressee: direction.addresseeName } });
  }
  const answer = givenAnswer(input, direction, unit.now);
  await addDirectionAnswer(unit, 'recordDirectionAnswer', direction, answer);
  await preserve({ field: 'evidence', subject: { type: 'HazardDirection', id: direction.id }, files: answer.evidence });
  return { valueId: direction.id };
}
