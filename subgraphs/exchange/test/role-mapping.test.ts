import { randomUUID } from 'node:crypto';
import { replaceParticipant } from '@hub/kernel/identity/membership-events.js';
import { usersWithRole } from '@hub/kernel/members/users-with-role.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memberAct } from './member-acts.js';
import { centerUser, taskDesk, type TaskDesk } from './task-desk.js';

let desk: TaskDesk;
beforeAll(async () => {
  desk = await taskDesk();
});
afterAll(() => desk.hub.close());

const administrator = { identity: 'administrator', user: 1 } as const;
const value = 'id state issuer tokenClaim claimValue role recorded { userId } removed { userId } removalReason';
const set = (role: string, claimValue: string = randomUUID(), tokenClaim = 'groups') => memberAct<{ id: string }>(desk.hub, administrator, 'setRoleMapping', { tokenClaim, claimValue, role }, value);
const remove = (roleMappingId: string) => memberAct<{ id: string }>(desk.hub, administrator, 'removeRoleMapping', { roleMappingId, reason: '机构调整' }, value);
const told = async () => (await desk.hub.database.$queryRaw<{ role_mappings: { id: string }[] }[]>`SELECT role_mappings FROM kernel.participant WHERE id = 'center'`)[0]!.role_mappings;

describe('a role mapping (角色映射, 5.4.3 d)', () => {
  it('is told to every owner while it is in force, and stays to be seen by the own party alone', async () => {
    const { value: mapping } = await set('SAMPLER', 'samplers', '/resource_access/hub/roles');
    expect(mapping).toMatchObject({ state: 'IN_FORCE', issuer: 'urn:hub:development-issuer', tokenClaim: '/resource_access/hub/roles', claimValue: 'samplers', role: 'SAMPLER', recorded: { userId: 'administrator.1' } });
    await eventually(told, (mappings) => mappings.some(({ id }) => id === mapping!.id));
    expect(await told()).toContainEqual({ id: mapping!.id, issuer: 'urn:hub:development-issuer', tokenClaim: '/resource_access/hub/roles', claimValue: 'samplers', role: 'SAMPLER', recordedBy: 'administrator.1' });
    expect([...(await usersWithRole(desk.hub.database, 'center', 'SAMPLER', ['administrator.1', 'steward.1']))]).toEqual(['steward.1']);
    // As a process tells it that knows of no mappings yet.
    const { users, ...party } = await desk.hub.database.participant.findUniqueOrThrow({ where: { id: 'center' }, include: { users: true } });
    await desk.hub.database.$transaction((tx) => replaceParticipant(tx, { ...party, users: users.map(({ id, roles, active }) => ({ id, roles, active })) }));
    expect((await told()).map(({ id }) => id)).toContain(mapping!.id);

    expect((await remove(mapping!.id)).value).toMatchObject({ state: 'REMOVED', removed: { userId: 'administrator.1' }, removalReason: '机构调整' });
    await eventually(told, (mappings) => mappings.every(({ id }) => id !== mapping!.id));
    const list = '{ participant(id: "center") { roleMappings { id state } } }';
    expect((await desk.hub.ask('center', list)).data).toMatchObject({ participant: { roleMappings: expect.arrayContaining([{ id: mapping!.id, state: 'REMOVED' }]) } });
    expect(await desk.hub.ask('lab-1', list)).toMatchObject({ data: { participant: { roleMappings: null } } });
  });

  it('reads no claim that every token has, or that names its bearer', async () => {
    for (const claim of ['sub', 'iss', 'aud', 'exp', 'nbf', 'iat', 'jti', 'azp', 'party', 'role', 'service', 'scope', '/sub', '/role', '/aud/0']) {
      expect((await set('SAMPLER', 'administrator.1', claim)).refusal, claim).toMatchObject({ code: 'CLAIM_OF_EVERY_TOKEN', field: 'tokenClaim' });
    }
    const { value: deeper } = await set('SAMPLER', 'samplers', '/hub/role');
    await remove(deeper!.id);
  });

  it('is bounded in number', async () => {
    const { holder, concerned } = { holder: 'platform-1', concerned: [] };
    const by = { userId: 'platform-1.2', partyId: 'platform-1', role: 'SYSTEM_ADMINISTRATOR', at: '2026-01-01T00:00:00Z' };
    const others = { participantId: 'center', issuer: 'urn:hub:development-issuer', tokenClaim: 'groups', role: 'ANALYST', recorded: by, recordedAt: new Date(), holder, concerned, state: 'IN_FORCE', reached: ['IN_FORCE'] };
    await desk.hub.database.roleMapping.createMany({ data: Array.from({ length: 100 }, (_, number) => ({ ...others, claimValue: `group ${number}` })) });
    expect((await set('ANALYST')).refusal).toMatchObject({ code: 'ROLE_MAPPING_LIMIT' });
    await desk.hub.database.roleMapping.deleteMany({ where: { claimValue: { startsWith: 'group ' } } });
  });

  it('lets a task stay with whom it was handed to while claims may give them its role, and no longer', async () => {
    const userId = randomUUID();
    const { value: mapping } = await set('STOREKEEPER');
    expect((await memberAct(desk.hub, administrator, 'registerUser', { userId, name: '保管员', roles: [] })).refusal).toBeNull();
    const duty = await desk.owed({ role: 'ANALYST' });
    const { value: claim } = await desk.claim(centerUser(1), duty);
    const handOver = () => memberAct<{ id: string }>(desk.hub, centerUser(1), 'handOverTask', { claimId: claim!.id, toUserId: userId, reason: '休假' });
    expect((await handOver()).refusal).toMatchObject({ code: 'USER_NOT_IN_ROLE' });
    const { value: ofAnalysts } = await set('ANALYST');
    // Who set it is given nothing by it.
    const toItself = { claimId: claim!.id, toUserId: 'administrator.1', reason: '休假' };
    expect((await memberAct(desk.hub, centerUser(1), 'handOverTask', toItself)).refusal).toMatchObject({ code: 'USER_NOT_IN_ROLE' });
    expect((await handOver()).refusal).toBeNull();
    expect((await desk.claim(centerUser(2), duty)).refusal).toMatchObject({ code: 'TASK_CLAIMED_ALREADY' });
    await remove(ofAnalysts!.id);
    expect((await desk.claim(centerUser(2), duty)).refusal).toBeNull();
    await remove(mapping!.id);
    // The last mapping is gone: whoever is registered now has a role that the party keeps.
    expect((await memberAct(desk.hub, administrator, 'registerUser', { userId: randomUUID(), name: '保管员', roles: [] })).refusal).toMatchObject({ code: 'VALUE_INVALID' });
  });
});
