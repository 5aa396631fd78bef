import { randomUUID } from 'node:crypto';
import type { ConformanceFixture } from '@hub/kernel/testing/conformance/conformance-fixture.js';
import type { MatrixRow } from '@hub/kernel/testing/conformance/row-matrix.js';
import type { SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { usccProblem } from '@hub/schema/identifiers/uscc.js';
import type { ExchangeDatabase } from '../src/repository/database.js';
import { applicantOf, sealedName } from '../src/repository/user-keeping.js';
import { userKeepingOf } from '../src/users/user-keeping-of.js';
import { newPair, provedKey } from './proved-key.js';

const now = new Date('2026-03-01T00:00:00Z');
const by = { userId: 'a.1', partyId: 'a', role: 'OFFICER', at: now.toISOString() };
const stamps = ({ holder, concerned, state, reached }: MatrixRow) => ({ holder, concerned: [...concerned], state, reached: [...reached] });

/** A code of its own that passes its checks. */
function usccOf(number: number): string {
  const first = `91330108MA${String(number % 1_000_000).padStart(6, '0')}`;
  const characters = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
  const found = characters.flatMap((organisation) => characters.map((check) => `${first}${organisation}${check}`)).find((code) => usccProblem(code) === undefined);
  if (found === undefined) throw new Error(`No code begins with ${first}.`);
  return found;
}
const letter = { hash: `sha-256:${'a'.repeat(64)}`, size: 4821, mediaType: 'application/pdf', name: '申请函.pdf' };
const member = (number: number) => ({ participantId: `applicant-${number}`, kind: 'LAB' as const, name: '新检验机构', administratorId: `applicant-${number}.1` });
const applicant = (number: number) => ({ ...member(number), administratorName: '系统管理员' });
let applied = 2_500_000;
const onApplication = (applicationId: string) => ({ applicationId });
const onMember = (participantId: string) => ({ participantId, reason: '依申请' });
/** A key that nobody has used. */
const newKey = async (userId: string) => provedKey(await newPair(), userId);
const newMapping = (role: string) => ({ tokenClaim: 'groups', claimValue: randomUUID(), role });
const newUser = (roles: string[]) => ({ userId: randomUUID(), name: '新用户', roles });

/** Fixtures of members and their users (成员与用户, 5.4.4). */
export function memberFixtures(hub: () => SubgraphUnderTest<ExchangeDatabase>): Pick<ConformanceFixture, 'entities' | 'acts'> {
  /** A user of the centre whom its administrator may change. */
  async function colleague(): Promise<string> {
    const { id } = await hub().database.participantUser.create({ data: { id: randomUUID(), participantId: 'center', roles: ['ANALYST'], active: true, holder: 'center', concerned: [] } });
    return id;
  }
  /** One of a party that has left, with a name: whom the suite lets try keeps the register. */
  async function formerMember(): Promise<string> {
    const [id, participantId] = [randomUUID(), randomUUID()];
    const own = { holder: participantId, concerned: [] };
    await hub().database.participant.create({ data: { id: participantId, kind: 'LAB', name: '已退出机构', regionCode: '330100', admittedAt: now, state: 'LEFT', reached: ['ACTIVE', 'LEFT'], ...own } });
    await hub().database.participantUser.create({ data: { id, participantId, sealedName: await sealedOf(id, '离职人员'), roles: ['TECHNICIAN'], active: false, ...own } });
    return id;
  }
  const sealedOf = (personId: string, name: string) => hub().database.$transaction((tx) => sealedName(tx, userKeepingOf(hub().environment), { personId, name }, now));

  return {
    entities: {
      MembershipApplication: {
        paths: [
          ['RECORDED', 'ADMITTED'],
          ['RECORDED', 'REFUSED'],
          ['RECORDED', 'WITHDRAWN'],
        ],
        insert: async (row, number) => {
          const id = randomUUID();
          await hub().database.membershipApplication.create({
            data: {
              ...{ id, sealedAdministratorName: await sealedOf(applicantOf(id), '系统管理员') },
              ...{ ...member(number), level: 'CITY', uscc: usccOf(number), regionCode: '330100', documents: [{ ...letter }], recorded: by, recordedAt: now },
              ...{ decided: by, decisionReason: 'a reason', ...stamps(row) },
            },
          });
          return id;
        },
      },
      ClientKey: {
        paths: [['IN_FORCE', 'ROTATED', 'REVOKED']],
        insert: async (row) => {
          const id = randomUUID();
          const { id: userId } = await hub().database.participantUser.create({ data: { id: `of ${id}`, participantId: 'lab-1', roles: ['TECHNICIAN'], active: true, holder: row.holder, concerned: [...row.concerned] } });
          await hub().database.clientKey.create({
            data: { id, userId, publicJwk: { kty: 'OKP' }, issued: by, issuedAt: now, usableUntil: now, replacedById: 'another', revoked: by, revocationReason: 'a reason', ...stamps(row) },
          });
          return id;
        },
      },
      RoleMapping: {
        paths: [['IN_FORCE', 'REMOVED']],
        insert: async (row) => {
          const { id } = await hub().database.roleMapping.create({
            data: { participantId: 'lab-1', issuer: 'https://login.example.cn', tokenClaim: 'groups', claimValue: randomUUID(), role: 'TECHNICIAN', recorded: by, recordedAt: now, removed: by, removalReason: 'a reason', ...stamps(row) },
          });
          return id;
        },
      },
      MembershipEntry: {
        paths: [['']],
        insert: async (row) => {
          const { holder, concerned } = stamps(row);
          const { id } = await hub().database.membershipEntry.create({
            data: { participantId: 'nobody', kind: 'LEFT', enteredAt: now, formerName: 'a name', successorId: 'lab-1', reason: 'a reason', entered: by, holder, concerned },
          });
          return id;
        },
      },
    },
    acts: {
      recordMembershipApplication: {
        input: () => ({ ...applicant((applied += 1)), regionCode: '330100', documents: [letter] }),
        good: () => ({ ...applicant((applied += 1)), kind: 'REGULATOR', level: 'CITY', uscc: usccOf(applied), regionCode: '330100', documents: [letter] }),
      },
      admitParticipant: { input: onApplication, good: onApplication },
      refuseMembership: { input: (applicationId) => ({ applicationId, reason: '材料不全' }), good: (applicationId) => ({ applicationId, reason: '材料不全' }) },
      withdrawMembershipApplication: { input: (applicationId) => ({ applicationId, reason: '重复提交' }), good: (applicationId) => ({ applicationId, reason: '重复提交' }) },
      suspendParticipant: { input: onMember, good: onMember },
      reinstateParticipant: { input: onMember, good: onMember },
      renameParticipant: {
        input: (participantId) => ({ participantId, name: `新名 ${participantId}`, reason: '更名' }),
        good: (participantId) => ({ participantId, name: `新名 ${participantId}`, uscc: usccOf((applied += 1)), regionCode: '330106', reason: '更名' }),
      },
      deregisterParticipant: { input: onMember, good: (participantId) => ({ ...onMember(participantId), successorId: 'lab-1' }) },
      registerUser: { input: () => newUser(['OFFICER']), good: () => newUser(['ANALYST', 'SAMPLER']), encrypted: ['name'] },
      changeUser: { input: (userId) => ({ userId, name: '新名' }), good: async () => ({ userId: await colleague(), name: '新名', roles: ['SAMPLER'], active: true }), encrypted: ['name'] },
      eraseUser: { input: (userId) => ({ userId, reason: '离职' }), good: async () => ({ userId: await formerMember(), reason: '离职' }) },
      setRoleMapping: { input: () => newMapping('OFFICER'), good: () => newMapping('ANALYST') },
      removeRoleMapping: { input: (roleMappingId) => ({ roleMappingId, reason: '停用' }), good: (roleMappingId) => ({ roleMappingId, expectedRevision: 1, reason: '停用' }) },
      issueClientKey: { input: newKey, good: async () => ({ ...(await newKey(await colleague())), overlap: 'P1D' }) },
      revokeClientKey: { input: (clientKeyId) => ({ clientKeyId, reason: '停用' }), good: (clientKeyId) => ({ clientKeyId, expectedRevision: 1, reason: '停用' }) },
    },
  };
}
