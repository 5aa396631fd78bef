import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { optionalUscc } from '@hub/kernel/validation/optional-uscc.js';
import { requireChange } from '@hub/kernel/validation/require-change.js';
import { requireRegionCode } from '@hub/kernel/validation/require-region-code.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import type { RenameParticipantInput } from '../generated/graphql.js';
import { admittedParticipant } from './admitted-participant.js';
import type { ExchangeTransaction } from './database.js';
import { enterInRegister } from './enter-in-register.js';
import { lockMembers } from './lock-members.js';
import { tellParticipant } from './tell-participant.js';

/**
 * Enters a member's new name, code or place (变更登记, 5.4.4), and tells every owner. Its id stays, by which its rows and grants name it; so does its former name.
 *
 * @throws Refusal NOTHING_CHANGED, VALUE_REQUIRED, VALUE_INVALID, VALUE_TOO_LONG, CODE_RETIRED, MEMBER_ALREADY
 */
export async function renameParticipant(scope: ActScope<ExchangeTransaction>, input: RenameParticipantInput): Promise<ActResult> {
  const { unit, codeLists } = scope;
  const { participantId } = input;
  await lockMembers(unit.tx);
  const before = await admittedParticipant(scope, participantId);
  const changes = {
    ...(input.name != null && { name: requireText('name', input.name, 200) }),
    ...(input.uscc != null && { uscc: optionalUscc('uscc', requireText('uscc', input.uscc, 40)) }),
    ...(input.regionCode != null && { regionCode: requireRegionCode('regionCode', input.regionCode, { codeLists, now: unit.now }) }),
  };
  const reason = requireText('reason', input.reason, 1000);
  requireChange('Participant', 'participantId', { ...before }, changes);
  if (changes.uscc != null) {
    const another = await unit.tx.participant.findFirst({ where: { id: { not: participantId }, kind: before.kind, uscc: changes.uscc, state: { not: 'LEFT' } } });
    if (another) throw new Refusal('MEMBER_ALREADY', { field: 'uscc', parameters: { id: another.id, uscc: changes.uscc } });
  }
  await unit.tx.participant.update({ where: { id: participantId }, data: changes });
  const renamed = changes.name !== undefined && changes.name !== before.name;
  await enterInRegister(unit, { participantId, kind: 'RENAMED', reason, formerName: renamed ? before.name : null });
  await tellParticipant(unit, participantId);
  return { valueId: participantId };
}
