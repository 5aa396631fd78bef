import { randomUUID } from 'node:crypto';
import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { optionalUscc } from '@hub/kernel/validation/optional-uscc.js';
import { requireEvidenceFiles } from '@hub/kernel/validation/require-evidence-files.js';
import { requireRegionCode } from '@hub/kernel/validation/require-region-code.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { membershipApplicationMachine } from '../domain/membership-application-machine.js';
import { requireParticipantId } from '../domain/require-participant-id.js';
import { requireUserId } from '../domain/require-user-id.js';
import type { RecordMembershipApplicationInput } from '../generated/graphql.js';
import type { ExchangeTransaction } from './database.js';
import { requireRegisterKeeper } from './require-register-keeper.js';
import { requireNewMember } from './require-new-member.js';
import { applicantOf, sealedName, type UserKeeping } from './user-keeping.js';

/**
 * Records that a party applies to take part (入会申请受理, 5.4.4), with what it sent.
 *
 * @throws Refusal REGISTER_KEPT_BY_ANOTHER, VALUE_INVALID, VALUE_REQUIRED, VALUE_TOO_LONG, CODE_RETIRED, PARTICIPANT_ID_TAKEN, MEMBER_ALREADY, USER_ID_TAKEN, EVIDENCE_NOT_STORED
 */
export async function recordMembershipApplication({ unit, caller, codeLists, preserve }: ActScope<ExchangeTransaction>, input: RecordMembershipApplicationInput, keeping: UserKeeping): Promise<ActResult> {
  await requireRegisterKeeper(unit.tx, caller);
  const { kind, level } = input;
  const ofRegulator = kind === 'REGULATOR';
  requireValid(ofRegulator === (level != null), 'level', { en: 'a regulator has a level, and nobody else has one', 'zh-CN': '监管部门须填写级别，其他单位不填' }, ofRegulator ? 'CITY' : { en: 'leave it out', 'zh-CN': '不填' });
  const member = {
    participantId: requireParticipantId('participantId', input.participantId),
    kind,
    uscc: optionalUscc('uscc', input.uscc),
    administratorId: requireUserId('administratorId', input.administratorId),
  };
  const content = {
    level: level ?? null,
    name: requireText('name', input.name, 200),
    regionCode: requireRegionCode('regionCode', input.regionCode, { codeLists, now: unit.now }),
  };
  const administratorName = requireText('administratorName', input.administratorName, 100);
  const documents = requireEvidenceFiles('documents', input.documents);
  requireValid(documents.length > 0, 'documents', { en: 'an application comes with at least one document', 'zh-CN': '入会申请至少应附一份材料' }, { en: 'its letter, by hash', 'zh-CN': '申请函（以哈希值列出）' });
  await requireNewMember(unit.tx, member);
  const id = randomUUID();
  const sealedAdministratorName = await sealedName(unit.tx, keeping, { personId: applicantOf(id), name: administratorName }, unit.now);
  const application = await unit.tx.membershipApplication.create({
    data: {
      ...{ id, ...member, ...content, sealedAdministratorName, documents: documents.map((file) => ({ ...file })), recorded: { ...actRecord(unit) }, recordedAt: unit.now },
      ...{ holder: caller.partyId, concerned: [], ...membershipApplicationMachine.begin('recordMembershipApplication') },
    },
  });
  await preserve({ field: 'documents', subject: { type: 'MembershipApplication', id: application.id }, files: documents });
  unit.emit({ kind: 'MembershipApplicationRecorded', subjectType: 'MembershipApplication', subjectId: application.id, stamps: stampsOf(application), receivers: {} });
  return { valueId: application.id };
}
