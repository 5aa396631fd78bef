import { randomUUID } from 'node:crypto';
import { hashInput } from '@hub/kernel/acts/act-receipt.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { recordStatements } from '@hub/prisma/clients/record-statements.js';
import { dumpOf, toldIn } from '@hub/kernel/testing/dump-of.js';
import { planAmongMany } from '@hub/kernel/testing/plan-among-many.js';
import { subgraphUnderTest, type Asker, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ExchangeDatabase } from '../src/repository/database.js';
import { expireNames } from '../src/repository/expire-names.js';
import { sealNamesOfBefore } from '../src/repository/seal-names-of-before.js';
import { seedParticipants } from '../src/repository/seed-participants.js';
import { openedNames } from '../src/repository/user-keeping.js';
import { exchangeService } from '../src/service.js';
import { contactKeepingOf } from '../src/users/contact-keeping-of.js';
import { nameSweep } from '../src/users/name-sweep.js';
import { userKeepingOf } from '../src/users/user-keeping-of.js';
import { memberAct } from './member-acts.js';

let hub: SubgraphUnderTest<ExchangeDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(exchangeService);
  await seedParticipants(hub.database, userKeepingOf(hub.environment));
});
afterAll(() => hub.close());

const administrator = { identity: 'administrator', user: 1 } as const;
const [steward, anotherSteward] = [{ identity: 'steward', user: 1 }, { identity: 'steward', user: 2 }] as const;
const user = 'id name active keptUntil erased { userId } erasureReason';
interface User {
  readonly id: string;
  readonly name: string | null;
}
const done = async <Value = User>(asker: Asker, act: string, item: object, value = user) => {
  const outcome = await memberAct<Value>(hub, asker, act, item, value);
  expect(outcome.refusal).toBeNull();
  return outcome.value!;
};
const registered = (name: string) => done(administrator, 'registerUser', { userId: randomUUID(), name, roles: ['SAMPLER'] });
const applied = (participantId: string, administratorName: string) => {
  const documents = [{ hash: `sha-256:${'a'.repeat(64)}`, size: 9, mediaType: 'application/pdf', name: '申请函.pdf' }];
  const item = { participantId, kind: 'LAB', name: '新检验机构', regionCode: '330108', administratorId: `${participantId}.1`, administratorName, documents };
  return done<{ id: string }>(steward, 'recordMembershipApplication', item, 'id');
};
const nameOf = async (id: string) => (await hub.ask<{ _entities: [User] }>('center', 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on ParticipantUser { name } } }', { of: [{ __typename: 'ParticipantUser', id }] })).data._entities[0].name;

/** What is seen once the sweep has been over the names. */
async function swept(seen: () => Promise<void>): Promise<void> {
  const sweep = nameSweep({ database: hub.database, keeping: userKeepingOf(hub.environment), contacts: contactKeepingOf(hub.environment), seconds: 0.05, log: { info: vi.fn(), warn: vi.fn(), error: vi.fn() } });
  try {
    await eventually(() => seen().then(() => null, (error: unknown) => error), (error) => error === null);
  } finally {
    await sweep.stop();
  }
}

const dump = () => dumpOf(hub.database);
const told = (text: string, ...names: string[]) => toldIn(text, names);

describe('the name of a user (姓名, 5.4.3 d)', () => {
  it('is kept in no table in the clear, from the application on, and told to whom the staff is told', async () => {
    const { id } = await registered('欧阳采样');
    await done(administrator, 'changeUser', { userId: id, name: '欧阳改名' });
    const application = await applied('lab-names', '慕容管理');
    const read = '{ membershipApplications(filter: { state: [RECORDED] }) { nodes { administratorName } } }';
    expect((await hub.ask(steward, read)).data).toEqual({ membershipApplications: { nodes: [{ administratorName: '慕容管理' }] } });
    await done(anotherSteward, 'admitParticipant', { applicationId: application.id }, 'id');
    expect(await nameOf(id)).toBe('欧阳改名');
    const [opened] = (await openedNames(hub.database, userKeepingOf(hub.environment), [{ personId: 'lab-names.1', sealed: (await hub.database.participantUser.findUniqueOrThrow({ where: { id: 'lab-names.1' } })).sealedName }])).values();
    expect(opened).toBe('慕容管理');
    const text = await dump();
    expect(text).toContain(id);
    expect(text).toContain('新检验机构');
    expect(told(text, '欧阳采样', '欧阳改名', '慕容管理', '用户1')).toEqual([]);
    // Where nothing changes, nothing is written, as before.
    expect((await memberAct(hub, administrator, 'changeUser', { userId: id, name: '欧阳改名' })).refusal).toMatchObject({ code: 'NOTHING_CHANGED' });
    expect(await seedParticipants(hub.database, userKeepingOf(hub.environment))).toBe(0);
  });

  it('is known again by a receipt of which nobody could tell by a guess', async () => {
    const item = { idempotencyKey: randomUUID(), userId: randomUUID(), name: '司马听雪', roles: ['SAMPLER'] };
    await done(administrator, 'registerUser', item);
    await done(administrator, 'registerUser', item);
    expect((await memberAct(hub, administrator, 'registerUser', { ...item, name: '别人' })).refusal).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    const text = await dump();
    expect(text).toContain(hashInput({ ...item, name: await userKeepingOf(hub.environment).hash(item.name) }));
    expect(text).not.toContain(hashInput(item));
  });

  it('is erased on request of one who acts no more: the key goes, the id remains, and no seed brings it back', async () => {
    const { id } = await registered('诸葛离职');
    expect((await memberAct(hub, administrator, 'eraseUser', { userId: id, reason: '本人要求' })).refusal).toMatchObject({ code: 'USER_STILL_ACTIVE' });
    await done(administrator, 'changeUser', { userId: id, active: false });
    const { sealedName: sealed } = await hub.database.participantUser.findUniqueOrThrow({ where: { id } });
    expect(await done(administrator, 'eraseUser', { userId: id, reason: '本人要求' })).toMatchObject({ id, name: null, active: false, keptUntil: null, erased: { userId: 'administrator.1' }, erasureReason: '本人要求' });
    expect((await memberAct(hub, administrator, 'eraseUser', { userId: id, reason: '本人要求' })).refusal).toMatchObject({ code: 'NOTHING_CHANGED' });
    // Who kept a copy of the row has the hub's key too, and nothing to open it with.
    expect(sealed).not.toBeNull();
    expect([...(await openedNames(hub.database, userKeepingOf(hub.environment), [{ personId: id, sealed }]))]).toEqual([]);
    const text = await dump();
    expect(told(text, '诸葛离职')).toEqual([]);
    expect(text).not.toContain(sealed);

    await done(administrator, 'changeUser', { userId: 'center.3', active: false });
    await done(administrator, 'eraseUser', { userId: 'center.3', reason: '本人要求' });
    await seedParticipants(hub.database, userKeepingOf(hub.environment));
    expect(await hub.database.participantUser.findUnique({ where: { id: 'center.3' } })).toMatchObject({ active: true, sealedName: null });
    // Who acts again under a name that is given anew has that one.
    expect(await done(administrator, 'changeUser', { userId: id, active: true, name: '诸葛返聘' })).toMatchObject({ name: '诸葛返聘', keptUntil: null, erased: { userId: 'administrator.1' }, erasureReason: '本人要求' });
  });

  it('goes by itself when its time is over: of users who act no more, with their applications, and of applicants who were not admitted', async () => {
    const [over, back] = [await registered('东方过期'), await registered('东方复职')];
    for (const { id } of [over, back]) await done(administrator, 'changeUser', { userId: id, active: false });
    const { keptUntil } = await hub.database.participantUser.findUniqueOrThrow({ where: { id: over.id } });
    const days = (keptUntil!.getTime() - Date.now()) / 86_400_000;
    expect([days > 1095, days <= 1096]).toEqual([true, true]);
    await done(administrator, 'changeUser', { userId: back.id, active: true });
    const refused = await applied('lab-refused', '东方未入');
    await done(anotherSteward, 'refuseMembership', { applicationId: refused.id, reason: '材料不全' }, 'id');
    const open = await applied('lab-open', '东方待定');
    const sweep = (at: Date) => inUnitOfWork(hub.database, { owner: 'exchange', at, actor: null, causedBy: [] }, (unit) => expireNames(unit, userKeepingOf(hub.environment)));
    await sweep(new Date(keptUntil!.getTime() - 1000));
    expect([await nameOf(over.id), await nameOf(back.id)]).toEqual(['东方过期', '东方复职']);
    expect(await sweep(new Date(keptUntil!.getTime() + 60_000))).toBe(false);
    expect([await nameOf(over.id), await nameOf(back.id)]).toEqual([null, '东方复职']);
    expect(await hub.database.participantUser.findUnique({ where: { id: over.id } })).toMatchObject({ erased: { userId: 'service:exchange' }, erasureReason: null });
    expect(await hub.database.membershipApplication.findUnique({ where: { id: refused.id } })).toMatchObject({ sealedAdministratorName: null });
    expect(await hub.database.membershipApplication.findUnique({ where: { id: open.id } })).toMatchObject({ sealedAdministratorName: expect.any(String) });
  });

  it('that is given anew to one who acts no more goes in its time, too, and that one was erased stays on record', async () => {
    const { id } = await registered('南宫离职');
    await done(administrator, 'changeUser', { userId: id, active: false });
    await done(administrator, 'eraseUser', { userId: id, reason: '本人要求' });
    expect(await done(administrator, 'changeUser', { userId: id, name: '南宫更正' })).toMatchObject({ name: '南宫更正', keptUntil: expect.any(String), erased: { userId: 'administrator.1' }, erasureReason: '本人要求' });
    await seedParticipants(hub.database, userKeepingOf(hub.environment));
    expect(await nameOf(id)).toBe('南宫更正');
  });

  it('is kept of users of a party that has left no longer than of others who act no more', async () => {
    const before = await hub.database.participantUser.findUniqueOrThrow({ where: { id: 'lab-2.3' } });
    await done(steward, 'deregisterParticipant', { participantId: 'lab-2', reason: '依申请退出' }, 'id');
    const users = () => hub.database.participantUser.findMany({ where: { participantId: 'lab-2' }, select: { active: true, keptUntil: true }, orderBy: { id: 'asc' } });
    const left = { active: false, keptUntil: expect.any(Date) };
    expect([before.active, await users()]).toEqual([true, [left, left, left]]);
    // As a version before has left them.
    await hub.database.participantUser.updateMany({ where: { participantId: 'lab-2' }, data: { active: true, keptUntil: null } });
    const { enteredAt } = await hub.database.membershipEntry.findFirstOrThrow({ where: { participantId: 'lab-2', kind: 'LEFT' } });
    const until = new Date(enteredAt.getTime() + userKeepingOf(hub.environment).keptFor);
    await swept(async () => expect(await users()).toEqual(Array.from({ length: 3 }, () => ({ active: false, keptUntil: until }))));
  });

  it('is erased on request by the keeper of the register where the party has left, and of a member by its own administrator alone', async () => {
    const eraseBy = (asker: Asker, userId: string) => memberAct(hub, asker, 'eraseUser', { userId, reason: '本人书面要求' }, user);
    const { id: own } = await registered('百里在册');
    await done(administrator, 'changeUser', { userId: own, active: false });
    expect((await eraseBy(steward, own)).refusal).toMatchObject({ code: 'USER_OF_MEMBER', field: 'userId' });
    expect((await eraseBy(steward, 'lab-1.1')).refusal).toMatchObject({ code: 'USER_OF_MEMBER', field: 'userId' });
    expect(await hub.database.participant.findUnique({ where: { id: 'lab-2' } })).toMatchObject({ state: 'LEFT' });
    expect((await eraseBy(administrator, 'lab-2.1')).refusal).toMatchObject({ code: 'NOT_FOUND' });
    const { sealedName: sealed } = await hub.database.participantUser.findUniqueOrThrow({ where: { id: 'lab-2.1' } });
    expect((await eraseBy(steward, 'lab-2.1')).value).toMatchObject({ name: null, keptUntil: null, erased: { userId: 'steward.1' }, erasureReason: '本人书面要求' });
    expect([...(await openedNames(hub.database, userKeepingOf(hub.environment), [{ personId: 'lab-2.1', sealed }]))]).toEqual([]);
    expect((await eraseBy(steward, 'lab-2.1')).refusal).toMatchObject({ code: 'NOTHING_CHANGED' });
  });

  it('that a process of the version before writes is encrypted while this one runs, and what others work on waits for nobody', async () => {
    const all = await Promise.all(['公孙一', '公孙二', '公孙三'].map(registered));
    const [held, ...others] = all.map(({ id }) => id) as [string, ...string[]];
    await hub.database.participantUser.updateMany({ where: { id: { in: [held, ...others] } }, data: { nameOfBefore: '公孙改名', sealedName: null } });
    await hub.database.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM participant_user WHERE id = ${held} FOR UPDATE`;
      await swept(async () => expect(await hub.database.participantUser.count({ where: { nameOfBefore: '公孙改名' } })).toBe(1));
    }, { timeout: 30_000 });
    await swept(async () => expect(await Promise.all([held, ...others].map(nameOf))).toEqual(['公孙改名', '公孙改名', '公孙改名']));
  });

  it('that such a process wrote before this one changes or erases it is not brought back', async () => {
    const [changed, erased] = [await registered('太史旧名'), await registered('太史旧名')];
    await done(administrator, 'changeUser', { userId: erased.id, active: false });
    const application = await applied('lab-erased', '太史申请');
    await hub.database.membershipApplication.update({ where: { id: application.id }, data: { administratorNameOfBefore: '太史申请', administratorId: erased.id } });
    await hub.database.participantUser.updateMany({ where: { id: { in: [changed.id, erased.id] } }, data: { nameOfBefore: '太史旧名' } });
    await done(administrator, 'changeUser', { userId: changed.id, name: '太史新名' });
    await done(administrator, 'eraseUser', { userId: erased.id, reason: '本人要求' });
    const { id: probe } = await registered('太史其他');
    await hub.database.participantUser.update({ where: { id: probe }, data: { nameOfBefore: '太史其他' } });
    await swept(async () => expect(await hub.database.participantUser.count({ where: { nameOfBefore: { not: null } } })).toBe(0));
    expect([await nameOf(changed.id), await nameOf(erased.id)]).toEqual(['太史新名', null]);
    expect(await hub.database.membershipApplication.findUnique({ where: { id: application.id } })).toMatchObject({ administratorNameOfBefore: null, sealedAdministratorName: null });
  });

  it('that a version before kept in the clear is found by an index, however many users and applications there are', async () => {
    await applied('lab-many', '公冶众多');
    const { statements } = await recordStatements(() => inUnitOfWork(hub.database, { owner: 'exchange', at: new Date(), actor: null, causedBy: [] }, (unit) => sealNamesOfBefore(unit, userKeepingOf(hub.environment))));
    const planOf = (table: string) => planAmongMany(hub.database, table, [], statements.find(({ sql }) => sql.includes(`FROM ${table} WHERE`)));
    expect(await planOf('participant_user')).toContain('participant_user_of_before_idx');
    expect(await planOf('membership_application')).toContain('membership_application_of_before_idx');
  });

  it('that a version before kept in the clear is encrypted before anybody is served', async () => {
    const { id } = await registered('上官旧版');
    await hub.database.participantUser.update({ where: { id }, data: { nameOfBefore: '上官旧版', sealedName: null, active: false } });
    const application = await applied('lab-before', '上官申请');
    await hub.database.membershipApplication.update({ where: { id: application.id }, data: { administratorNameOfBefore: '上官申请', sealedAdministratorName: null } });
    expect(told(await dump(), '上官旧版', '上官申请')).toHaveLength(2);
    await exchangeService.prepare?.(hub.database, hub.environment);
    expect(told(await dump(), '上官旧版', '上官申请')).toEqual([]);
    expect(await nameOf(id)).toBe('上官旧版');
    await swept(async () => expect(await hub.database.participantUser.findUnique({ where: { id } })).toMatchObject({ keptUntil: expect.any(Date) }));
  });
});
