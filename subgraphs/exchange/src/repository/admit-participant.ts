import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord, type ActRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { isSamePerson } from '@hub/kernel/unit-of-work/is-same-person.js';
import { membershipApplicationMachine } from '../domain/membership-application-machine.js';
import { participantMachine } from '../domain/participant-machine.js';
import type { AdmitParticipantInput } from '../generated/graphql.js';
import { admittedMembershipApplication } from './admitted-membership-application.js';
import type { ExchangeTransaction } from './database.js';
import { enterInRegister } from './enter-in-register.js';
import { lockMembers } from './lock-members.js';
import { administrator } from './require-administrator.js';
import { requireNewMember } from './require-new-member.js';
import { tellParticipant } from './tell-participant.js';
import { applicantOf, openedNames, sealedName, type UserKeeping } from './user-keeping.js';

/**
 * Admits a party with its first administrator (同意入会, 5.4.4), by another person than who recorded its application, and tells every owner.
 *
 * @throws Refusal NOT_FOUND, STATE_NOT_POSSIBLE, REVISION_CONFLICT, REGISTER_KEPT_BY_ANOTHER, APPLICATION_NEEDS_ANOTHER_PERSON, PARTICIPANT_ID_TAKEN, MEMBER_ALREADY, USER_ID_TAKEN
 */
export async function admitParticipant(scope: ActScope<ExchangeTransaction>, input: AdmitParticipantInput, keeping: UserKeeping): Promise<ActResult> {
  const { unit, caller } = scope;
  const application = await admittedMembershipApplication(scope, input);
  if (isSamePerson(application.recorded as unknown as ActRecord, caller)) throw new Refusal('APPLICATION_NEEDS_ANOTHER_PERSON', { field: 'applicationId' });
  await lockMembers(unit.tx);
  await requireNewMember(unit.tx, application);
  const { participantId: id, kind, level, name, uscc, regionCode, administratorId } = application;
  const [administratorName = ''] = (await openedNames(unit.tx, keeping, [{ personId: applicantOf(application.id), sealed: application.sealedAdministratorName }])).values();
  const own = { holder: id, concerned: [] };
  await unit.tx.participant.create({ data: { id, kind, level, name, uscc, regionCode, admittedAt: unit.now, ...own, ...participantMachine.begin('admitParticipant') } });
  await unit.tx.participantUser.create({ data: { id: administratorId, participantId: id, sealedName: await sealedName(unit.tx, keeping, { personId: administratorId, name: administratorName }, unit.now), roles: [administrator], active: true, ...own } });
  await enterInRegister(unit, { participantId: id, kind: 'ADMITTED' });
  await tellParticipant(unit, id);
  const data = { decided: { ...actRecord(unit) }, ...membershipApplicationMachine.move('admitParticipant', application) };
  const admitted = await unit.tx.membershipApplication.update({ where: { id: application.id }, data });
  unit.emit({ kind: 'MembershipApplicationAdmitted', subjectType: 'MembershipApplication', subjectId: application.id, stamps: stampsOf(admitted), receivers: {} });
  return { valueId: application.id };
}
