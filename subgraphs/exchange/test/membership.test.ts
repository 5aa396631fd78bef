import { createHash, randomUUID } from 'node:crypto';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest, type Asker, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { mintUserToken } from '@hub/kernel/identity/development-issuer.js';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExchangeDatabase } from '../src/repository/database.js';
import { lockDelegations } from '../src/repository/lock-delegations.js';
import { seedParticipants } from '../src/repository/seed-participants.js';
import { exchangeService } from '../src/service.js';
import { userKeepingOf } from '../src/users/user-keeping-of.js';
import { memberAct } from './member-acts.js';

let hub: SubgraphUnderTest<ExchangeDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(exchangeService);
  await seedParticipants(hub.database, userKeepingOf(hub.environment));
});
afterAll(() => hub.close());

const [steward, anotherSteward] = [{ identity: 'steward', user: 1 }, { identity: 'steward', user: 2 }] as const;
const administrator = { identity: 'administrator', user: 1 } as const;
const letter = { hash: `sha-256:${createHash('sha256').update('申请函').digest('hex')}`, size: 9, mediaType: 'application/pdf', name: '申请函.pdf' };
let applicants = 0;
const application = (more: object = {}) => {
  const id = `lab-new-${(applicants += 1)}`;
  return { participantId: id, kind: 'LAB', name: '新检验机构', regionCode: '330108', administratorId: `${id}.1`, administratorName: '系统管理员', documents: [letter], ...more };
};
const done = async (asker: Asker, act: string, item: object, value = 'id') => {
  const { value: of, refusal } = await memberAct<Record<string, unknown> & { id: string }>(hub, asker, act, item, value);
  expect(refusal).toBeNull();
  return of!;
};
const refused = async (asker: Asker, act: string, item: object) => (await memberAct(hub, asker, act, item)).refusal;
/** A party that was admitted, with the name of its administrator. */
async function admitted(more: object = {}): Promise<{ id: string; administratorId: string }> {
  const asked = application(more);
  const { id } = await done(steward, 'recordMembershipApplication', asked);
  await done(anotherSteward, 'admitParticipant', { applicationId: id });
  return { id: asked.participantId, administratorId: asked.administratorId };
}
/** Asks as a user whom no demo knows. */
async function askAs(userId: string, partyId: string, role: string, query: string) {
  const token = await mintUserToken(hub.environment.dataDir, { userId, partyId, role });
  const { statusCode, body } = await request(new URL('/graphql', hub.url), { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
  return { status: statusCode, ...((await body.json()) as { data?: Record<string, unknown> | null }) };
}
const viewer = '{ viewer { participant { name } } }';
const actOf = (name: string, fields: string) => `mutation { ${name}(items: [{ idempotencyKey: "${randomUUID()}", ${fields} }]) { outcomes { value { id } refusal { code } } } }`;

describe('an application to take part (入会申请, 5.4.4)', () => {
  it('leads from its documents to a member whose administrator registers users, who act within two seconds', async () => {
    const asked = application({ uscc: '91440300MA5F7YRE78' });
    const recorded = await done(steward, 'recordMembershipApplication', asked, 'id state documents { hash name } participant { id } recorded { userId }');
    expect(recorded).toMatchObject({ state: 'RECORDED', documents: [{ hash: letter.hash, name: letter.name }], participant: null, recorded: { userId: 'steward.1' } });
    expect((await askAs(asked.administratorId, asked.participantId, 'SYSTEM_ADMINISTRATOR', viewer)).status).toBe(401);
    const value = await done(anotherSteward, 'admitParticipant', { applicationId: recorded.id }, 'id state participant { id state } decided { userId }');
    expect(value).toMatchObject({ state: 'ADMITTED', participant: { id: asked.participantId, state: 'ACTIVE' }, decided: { userId: 'steward.2' } });
    await eventually(() => askAs(asked.administratorId, asked.participantId, 'SYSTEM_ADMINISTRATOR', viewer), ({ status }) => status === 200);

    const registering = actOf('registerUser', `userId: "${asked.participantId}.2", name: "签字人", roles: ["SIGNATORY", "TECHNICIAN"]`);
    expect(await askAs(asked.administratorId, asked.participantId, 'SYSTEM_ADMINISTRATOR', registering)).toMatchObject({ data: { registerUser: { outcomes: [{ value: { id: `${asked.participantId}.2` }, refusal: null }] } } });
    const since = Date.now();
    await eventually(() => askAs(`${asked.participantId}.2`, asked.participantId, 'SIGNATORY', viewer), ({ status }) => status === 200);
    expect(Date.now() - since).toBeLessThan(2000);
    expect((await hub.ask('merchant-1', `{ membershipEntries(filter: { participantId: "${asked.participantId}" }) { nodes { kind reason participant { name } } } }`)).data).toEqual({
      membershipEntries: { nodes: [{ kind: 'ADMITTED', reason: null, participant: { name: '新检验机构' } }] },
    });
  });

  it('is decided by another person than who recorded it', async () => {
    const { id } = await done(steward, 'recordMembershipApplication', application());
    expect(await refused(steward, 'admitParticipant', { applicationId: id })).toMatchObject({ code: 'APPLICATION_NEEDS_ANOTHER_PERSON', field: 'applicationId' });
    expect(await hub.database.membershipApplication.findUnique({ where: { id } })).toMatchObject({ state: 'RECORDED', revision: 1 });
  });

  it('that is refused or taken back makes no member, tells why, and is decided once', async () => {
    for (const [act, state] of [['refuseMembership', 'REFUSED'], ['withdrawMembershipApplication', 'WITHDRAWN']] as const) {
      const asked = application();
      const { id } = await done(steward, 'recordMembershipApplication', asked);
      expect(await done(anotherSteward, act, { applicationId: id, reason: '材料不全' }, 'id state decisionReason')).toMatchObject({ state, decisionReason: '材料不全' });
      expect(await refused(anotherSteward, 'admitParticipant', { applicationId: id })).toMatchObject({ code: 'STATE_NOT_POSSIBLE' });
      expect(await hub.database.participant.findUnique({ where: { id: asked.participantId } })).toBeNull();
    }
  });

  it('takes no name, user or code that somebody has, also where two are admitted at once', async () => {
    const { id, administratorId } = await admitted();
    expect(await refused(steward, 'recordMembershipApplication', application({ participantId: id }))).toMatchObject({ code: 'PARTICIPANT_ID_TAKEN', field: 'participantId' });
    expect(await refused(steward, 'recordMembershipApplication', application({ administratorId }))).toMatchObject({ code: 'USER_ID_TAKEN', field: 'administratorId' });
    expect(await refused(steward, 'recordMembershipApplication', application({ uscc: '91330108MA2B00019M' }))).toMatchObject({ code: 'MEMBER_ALREADY', field: 'uscc', message: expect.stringContaining('lab-1') });

    const twice = application();
    const [one, two] = [await done(steward, 'recordMembershipApplication', twice), await done(steward, 'recordMembershipApplication', twice)];
    const outcomes = await Promise.all([one, two].map(({ id: applicationId }) => memberAct(hub, anotherSteward, 'admitParticipant', { applicationId })));
    expect(outcomes.map(({ refusal }) => refusal?.code).sort()).toEqual(['PARTICIPANT_ID_TAKEN', undefined]);
  });

  it('says what is wrong with it, value by value', async () => {
    for (const [wrong, code, field] of [
      [{ participantId: 'Lab New' }, 'VALUE_INVALID', 'participantId'],
      [{ participantId: 'labs' }, 'VALUE_INVALID', 'participantId'],
      [{ administratorId: 'service:labs' }, 'VALUE_INVALID', 'administratorId'],
      [{ level: 'CITY' }, 'VALUE_INVALID', 'level'],
      [{ kind: 'REGULATOR' }, 'VALUE_INVALID', 'level'],
      [{ uscc: '91330108MA2B00019X' }, 'VALUE_INVALID', 'uscc'],
      [{ regionCode: '999999' }, 'VALUE_INVALID', 'regionCode'],
      [{ administratorId: 'with blank' }, 'VALUE_INVALID', 'administratorId'],
      [{ documents: [] }, 'VALUE_INVALID', 'documents'],
    ] as const) {
      expect(await refused(steward, 'recordMembershipApplication', application(wrong)), JSON.stringify(wrong)).toMatchObject({ code, field });
    }
  });

  it('is read by stewards and auditors of the centre, and by nobody else', async () => {
    const list = '{ membershipApplications(first: 1) { totalCount nodes { administratorId } } }';
    for (const asker of ['steward', 'auditor']) expect((await hub.ask<{ membershipApplications: { nodes: unknown[] } }>(asker, list)).data.membershipApplications.nodes).toHaveLength(1);
    for (const asker of ['center', 'security', 'regulator-province', 'lab-1', 'merchant-1']) {
      const answer = await hub.ask(asker, list);
      expect(answer.data).toEqual({ membershipApplications: null });
      expect(answer.errors).toMatchObject([{ extensions: { code: 'SHARING_NOT_SHARED' } }]);
    }
  });
});

describe('the users of a party (用户, 5.4.3 d)', () => {
  const change = (userId: string, more: object) => ({ userId, ...more });
  const newUser = async (roles: string[]) => (await done(administrator, 'registerUser', { userId: randomUUID(), name: '用户', roles })).id;

  it('are kept by its own administrator, and by nobody of another party', async () => {
    const { id, administratorId } = await admitted();
    await eventually(() => askAs(administratorId, id, 'SYSTEM_ADMINISTRATOR', viewer), ({ status }) => status === 200);
    const foreign = await newUser(['ANALYST']);
    // Nor by a demo that is loaded anew and does not know them.
    await seedParticipants(hub.database, userKeepingOf(hub.environment));
    const changing = actOf('changeUser', `userId: "${foreign}", active: false`);
    expect(await askAs(administratorId, id, 'SYSTEM_ADMINISTRATOR', changing)).toMatchObject({ data: { changeUser: { outcomes: [{ value: null, refusal: { code: 'NOT_FOUND' } }] } } });
    expect(await hub.database.participantUser.findUnique({ where: { id: foreign } })).toMatchObject({ active: true });
    expect(await refused(administrator, 'registerUser', { userId: administratorId, name: '用户', roles: ['ANALYST'] })).toMatchObject({ code: 'USER_ID_TAKEN', field: 'userId' });
  });

  it('who are made inactive or lose a role act so no more within two seconds, and what they had delegated ends', async () => {
    await done(administrator, 'changeUser', change('center.2', { roles: ['SAMPLER'] }), 'id roles');
    await eventually(() => hub.ask({ identity: 'center', user: 2, role: 'ANALYST' }, viewer), ({ status }) => status === 401);
    expect((await hub.ask({ identity: 'center', user: 2, role: 'SAMPLER' }, viewer)).status).toBe(200);
    await done(administrator, 'changeUser', change('center.2', { active: false }));
    await eventually(() => hub.ask({ identity: 'center', user: 2, role: 'SAMPLER' }, viewer), ({ status }) => status === 401);
    await done(administrator, 'changeUser', change('center.2', { active: true, roles: ['STOREKEEPER', 'ANALYST'] }));
    await eventually(() => hub.ask({ identity: 'center', user: 2, role: 'ANALYST' }, viewer), ({ status }) => status === 200);
    expect(await hub.database.participantUser.findUnique({ where: { id: 'center.2' } })).toMatchObject({ roles: ['ANALYST', 'STOREKEEPER'], active: true });
  });

  it('carry the roles of their kind of party, and administrators of system, security and audit are different persons (三员分立)', async () => {
    expect(await refused(administrator, 'registerUser', { userId: randomUUID(), name: '用户', roles: ['ANALYST', 'SIGNATORY'] })).toMatchObject({ code: 'ROLE_NOT_OF_KIND', field: 'roles.1' });
    expect(await refused(administrator, 'registerUser', { userId: randomUUID(), name: '用户', roles: [] })).toMatchObject({ code: 'VALUE_INVALID', field: 'roles' });
    for (const roles of [['SYSTEM_ADMINISTRATOR', 'AUDITOR'], ['SECURITY_ADMINISTRATOR', 'SYSTEM_ADMINISTRATOR'], ['AUDITOR', 'SECURITY_ADMINISTRATOR']]) {
      expect(await refused(administrator, 'registerUser', { userId: randomUUID(), name: '用户', roles }), roles.join()).toMatchObject({ code: 'ROLES_KEPT_APART', field: 'roles' });
    }
    const user = await newUser(['AUDITOR']);
    expect(await refused(administrator, 'changeUser', change(user, { roles: ['AUDITOR', 'SECURITY_ADMINISTRATOR'] }))).toMatchObject({ code: 'ROLES_KEPT_APART' });
  });

  it('do not change themselves, and a change changes something', async () => {
    expect(await refused(administrator, 'changeUser', change('administrator.1', { roles: ['DATA_STEWARD'] }))).toMatchObject({ code: 'USER_IS_YOURSELF' });
    expect(await refused(administrator, 'changeUser', change('administrator.2', { active: true }))).toMatchObject({ code: 'NOTHING_CHANGED' });
  });

  it('always have an administrator among them: who has just lost the role changes and registers nobody more, though the door does not know yet', async () => {
    const ungranted = () => hub.database.$queryRaw<unknown[]>`
      SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
    // As if the other one were just taking it from this one.
    const waiting = await hub.database.$transaction(async (tx) => {
      await lockDelegations(tx, 'center');
      await tx.participantUser.update({ where: { id: 'administrator.1' }, data: { active: false } });
      const later = memberAct(hub, administrator, 'changeUser', change('administrator.2', { active: false }));
      await eventually(ungranted, (locks) => locks.length > 0);
      return { later };
    });
    expect((await waiting.later).refusal).toMatchObject({ code: 'ADMINISTRATOR_NO_MORE' });
    expect(await refused(administrator, 'registerUser', { userId: randomUUID(), name: '用户', roles: ['SYSTEM_ADMINISTRATOR'] })).toMatchObject({ code: 'ADMINISTRATOR_NO_MORE' });
    expect(await hub.database.participantUser.findUnique({ where: { id: 'administrator.2' } })).toMatchObject({ active: true });
    await hub.database.participantUser.update({ where: { id: 'administrator.1' }, data: { active: true } });
  });

  it('are told as all changes at once have left them: one that waits for another tells of both', async () => {
    const user = await newUser(['ANALYST']);
    const waiting = await hub.database.$transaction(async (tx) => {
      await tx.participantUser.update({ where: { id: user }, data: { active: false } });
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('told of center'))::text`;
      const registering = newUser(['SAMPLER']);
      await eventually(() => hub.database.$queryRaw<unknown[]>`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`, (locks) => locks.length > 0);
      return { registering };
    });
    const registered = await waiting.registering;
    const [told] = await hub.database.$queryRaw<{ users: { id: string; active: boolean }[] }[]>`
      SELECT payloads->'labs'->'users' AS users FROM kernel.event WHERE kind = 'ParticipantChanged' AND subject_id = 'center' ORDER BY position DESC LIMIT 1`;
    expect(told?.users.filter(({ id }) => [user, registered].includes(id)).map(({ active }) => active).sort()).toEqual([false, true]);
  });
});

describe('a member (成员, 5.4.4)', () => {
  const entries = async (asker: Asker, participantId: string) =>
    (await hub.ask<{ membershipEntries: { nodes: Record<string, unknown>[] } }>(asker, `{ membershipEntries(filter: { participantId: "${participantId}" }) { nodes { kind reason formerName successor { id } } } }`)).data.membershipEntries.nodes;

  it('that is suspended acts no more, is reinstated, and acts again; why is told to it and to who keeps the register', async () => {
    await done('security', 'suspendParticipant', { participantId: 'lab-2', reason: '证书停用' }, 'id state');
    await eventually(() => hub.ask('lab-2', viewer), ({ status }) => status === 401);
    expect(await refused('security', 'suspendParticipant', { participantId: 'lab-2', reason: '证书停用' })).toMatchObject({ code: 'STATE_NOT_POSSIBLE' });
    await done('security', 'reinstateParticipant', { participantId: 'lab-2', reason: '证书恢复' }, 'id state');
    await eventually(() => hub.ask('lab-2', viewer), ({ status }) => status === 200);
    const [both, reasons] = [['REINSTATED', 'SUSPENDED'], ['证书恢复', '证书停用']];
    for (const asker of ['lab-2', 'security', 'steward', 'auditor']) expect((await entries(asker, 'lab-2')).map(({ kind, reason }) => [kind, reason]), asker).toEqual(both.map((kind, at) => [kind, reasons[at]]));
    for (const asker of ['lab-1', 'center', 'regulator-province', 'merchant-1']) expect((await entries(asker, 'lab-2')).map(({ kind, reason }) => [kind, reason]), asker).toEqual(both.map((kind) => [kind, null]));
  });

  it('that is renamed keeps its id, and its former name is there for everybody', async () => {
    await done(steward, 'renameParticipant', { participantId: 'enterprise-1', name: '晴川智能电器有限公司', regionCode: '330106', reason: '工商变更' });
    expect((await hub.ask('lab-1', '{ participant(id: "enterprise-1") { name region { code } } }')).data).toEqual({ participant: { name: '晴川智能电器有限公司', region: { code: '330106' } } });
    expect(await entries('merchant-1', 'enterprise-1')).toEqual([{ kind: 'RENAMED', reason: null, formerName: '晴川电器制造有限公司（演示）', successor: null }]);
    const replica = () => hub.database.$queryRaw<{ name: string; region_code: string }[]>`SELECT name, region_code FROM kernel.participant WHERE id = 'enterprise-1'`;
    await eventually(replica, ([row]) => row?.name === '晴川智能电器有限公司' && row.region_code === '330106');
    expect(await refused(steward, 'renameParticipant', { participantId: 'enterprise-1', name: '晴川智能电器有限公司', reason: '工商变更' })).toMatchObject({ code: 'NOTHING_CHANGED' });
    expect(await refused(steward, 'renameParticipant', { participantId: 'lab-2', uscc: '91330108MA2B00019M', reason: '工商变更' })).toMatchObject({ code: 'MEMBER_ALREADY', field: 'uscc' });
  });

  it('that was merged into another names the one that goes on, which is an active one of its kind', async () => {
    const leaving = (successorId: string) => ({ participantId: 'platform-2', reason: '吸收合并', successorId });
    for (const wrong of ['platform-2', 'lab-1', 'nobody']) expect(await refused(steward, 'deregisterParticipant', leaving(wrong)), wrong).toMatchObject({ code: 'VALUE_INVALID', field: 'successorId' });
    await done(steward, 'deregisterParticipant', leaving('platform-1'));
    expect(await entries('merchant-1', 'platform-2')).toEqual([{ kind: 'LEFT', reason: null, formerName: null, successor: { id: 'platform-1' } }]);
    await eventually(() => hub.ask('platform-2', viewer), ({ status }) => status === 401);
  });

  it('is entered, changed and let go by the centre that keeps the register, and by no other centre', async () => {
    const { id, administratorId } = await admitted({ kind: 'MONITORING_CENTER', regionCode: '330200' });
    await eventually(() => askAs(administratorId, id, 'SYSTEM_ADMINISTRATOR', viewer), ({ status }) => status === 200);
    const registering = actOf('registerUser', `userId: "${id}.2", name: "数据管理员", roles: ["DATA_STEWARD"]`);
    await askAs(administratorId, id, 'SYSTEM_ADMINISTRATOR', registering);
    await eventually(() => askAs(`${id}.2`, id, 'DATA_STEWARD', viewer), ({ status }) => status === 200);
    for (const act of ['deregisterParticipant', 'renameParticipant']) {
      const answer = await askAs(`${id}.2`, id, 'DATA_STEWARD', actOf(act, `participantId: "center", reason: "一试"${act === 'renameParticipant' ? ', name: "别名"' : ''}`));
      expect(answer, act).toMatchObject({ data: { [act]: { outcomes: [{ refusal: { code: 'REGISTER_KEPT_BY_ANOTHER' } }] } } });
    }
    const { documents: _documents, ...asked } = application();
    const fields = Object.entries(asked).map(([field, value]) => `${field}: ${field === 'kind' ? value : JSON.stringify(value)}`).join(', ');
    const recording = actOf('recordMembershipApplication', `${fields}, documents: [{ hash: "${letter.hash}", size: 9, mediaType: "application/pdf" }]`);
    expect(await askAs(`${id}.2`, id, 'DATA_STEWARD', recording)).toMatchObject({ data: { recordMembershipApplication: { outcomes: [{ refusal: { code: 'REGISTER_KEPT_BY_ANOTHER' } }] } } });
  });

  it('is not suspended or let go by its own hand, where that is the party that keeps the register', async () => {
    expect(await refused('security', 'suspendParticipant', { participantId: 'center', reason: '一试' })).toMatchObject({ code: 'PARTICIPANT_IS_YOURS' });
    expect(await refused(steward, 'deregisterParticipant', { participantId: 'center', reason: '一试' })).toMatchObject({ code: 'PARTICIPANT_IS_YOURS' });
  });
});
