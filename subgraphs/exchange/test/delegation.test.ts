import { auditEntries } from '@hub/kernel/testing/audit-entries.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { hold, subscriptionClient } from '@hub/kernel/testing/subscription-client.js';
import { owners } from '@hub/prisma/owner.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { suspended } from './member-acts.js';
import { centerUser, delegationSeen, header, taskDesk, type DelegationSeen, type TaskDesk } from './task-desk.js';

let desk: TaskDesk;
beforeAll(async () => {
  desk = await taskDesk();
});
// Each test begins without delegations of the centre: a second one over the same time is refused.
afterEach(async () => {
  for (const { id, delegatorId } of await desk.hub.database.delegation.findMany({ where: { holder: 'center', state: 'GIVEN' } })) {
    await desk.endDelegation(delegatorId === 'center.1' ? first : second, id);
  }
});
afterAll(() => desk.hub.close());

const [first, second] = [centerUser(1), centerUser(2)];
/** Carries none of an analyst's roles. */
const steward = { identity: 'steward', user: 1 } as const;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const viewer = (asker: typeof steward | typeof first, delegation: string) => desk.hub.ask<{ viewer: { userId: string; role: string; onBehalfOf: string | null } | null }>(asker, '{ viewer { userId role onBehalfOf } }', {}, header(delegation));
const given = async (asker = first, delegateId = 'steward.1', changes: object = {}) => {
  const { value, refusal } = await desk.delegate(asker, delegateId, changes);
  expect(refusal).toBeNull();
  return value!;
};
/** A delegation whose delegate can act by it, as the replica has heard. */
const inForce = async (...args: Parameters<typeof given>) => {
  const { id } = await given(...args);
  await eventually(() => viewer(steward, id), ({ errors }) => errors === undefined);
  return id;
};

describe('a delegation (代办授权, 5.4.3 d)', () => {
  it('lets a colleague act in one role of one’s own, and is known to the party alone', async () => {
    const delegation = await given();
    expect(delegation).toMatchObject({ state: 'GIVEN', role: 'ANALYST', inForce: true, delegator: { id: 'center.1' }, delegate: { id: 'steward.1' }, delegated: { userId: 'center.1' }, ended: null });
    const listed = async (asker: Parameters<TaskDesk['claim']>[0], filter: object = {}) =>
      (await desk.hub.ask<{ delegations: { nodes: DelegationSeen[] } }>(asker, `query ($filter: DelegationFilter) { delegations(first: 100, filter: $filter) { nodes { ${delegationSeen} } } }`, { filter })).data.delegations.nodes.map(({ id }) => id);
    expect(await listed(second, { delegateId: 'steward.1', role: ['ANALYST'], at: inDays(1), state: 'GIVEN' })).toContain(delegation.id);
    expect(await listed(second, { delegatorId: 'center.2' })).not.toContain(delegation.id);
    expect(await listed(second, { at: inDays(8) })).not.toContain(delegation.id);
    for (const other of ['regulator-province', 'lab-1']) expect(await listed(other), other).toEqual([]);
    await eventually(() => viewer(steward, delegation.id), ({ errors }) => errors === undefined);
    expect((await viewer(steward, delegation.id)).data.viewer).toEqual({ userId: 'steward.1', role: 'ANALYST', onBehalfOf: 'center.1' });
  });

  it('is of a role of one’s own that may be delegated, to a colleague, for a time, and not further', async () => {
    const refused = async (changes: object, asker: Parameters<TaskDesk['delegate']>[0] = first, delegation?: string) => (await desk.delegate(asker, 'steward.1', changes, delegation)).refusal;
    expect(await refused({ role: 'DATA_STEWARD' })).toMatchObject({ code: 'ROLE_NOT_DELEGABLE', field: 'role' });
    expect(await refused({ role: 'SIGNATORY' }, 'lab-1')).toMatchObject({ code: 'ROLE_NOT_DELEGABLE' });
    expect(await refused({ role: 'OFFICER' })).toMatchObject({ code: 'ROLE_NOT_YOURS', field: 'role' });
    expect(await refused({ delegateId: 'center.1' })).toMatchObject({ code: 'VALUE_INVALID', field: 'delegateId' });
    for (const stranger of ['regulator-city.1', 'nobody']) expect(await refused({ delegateId: stranger }), stranger).toMatchObject({ code: 'VALUE_INVALID', field: 'delegateId' });
    expect(await refused({ until: inDays(-1) })).toMatchObject({ code: 'VALUE_INVALID', field: 'until' });
    expect(await refused({ until: inDays(93) })).toMatchObject({ code: 'VALUE_INVALID', field: 'until' });
    expect(await refused({ reason: ' ' })).toMatchObject({ code: 'VALUE_REQUIRED', field: 'reason' });
    const id = await inForce();
    expect(await refused({ delegateId: 'steward.2' }, steward, id)).toMatchObject({ code: 'ROLE_NOT_YOURS' });
    // Nor by who carries the role as well: who acts for another does nothing for themselves meanwhile.
    const { id: toSecond } = await given(first, 'center.2');
    await eventually(() => viewer(second, toSecond), ({ errors }) => errors === undefined);
    expect(await refused({ delegateId: 'steward.2' }, second, toSecond)).toMatchObject({ code: 'ROLE_NOT_YOURS' });
    // Nor the role by a token of one's own.
    expect(await refused({ delegateId: 'steward.2' }, steward)).toMatchObject({ code: 'ROLE_NOT_YOURS' });
  });

  it('lets the delegate claim and be handed tasks; both names are on record, in the log of acts and of reads', async () => {
    const id = await inForce();
    const task = await desk.owed();
    expect(await desk.tasks(steward, null, id)).toContainEqual(expect.objectContaining({ id: task }));
    // Among one's own as well, with the roles that one carries.
    expect((await desk.tasks(steward)).map((each) => each.id)).toContain(task);
    expect((await desk.claim(steward, task)).refusal).toMatchObject({ code: 'TASK_OF_ANOTHER_ROLE' });
    const { value: claim } = await desk.claim(steward, task, id);
    expect(claim).toMatchObject({ claimedBy: { id: 'steward.1' }, onBehalfOf: { id: 'center.1' }, claimed: { userId: 'steward.1', onBehalfOf: 'center.1', role: 'ANALYST' } });
    expect((await auditEntries(desk.hub.database)).at(-1)).toMatchObject({ user: 'steward.1', onBehalfOf: 'center.1', role: 'ANALYST', party: 'center', acts: { claimTask: { DONE: 1 } } });
    const [event] = await desk.hub.database.$queryRaw<{ actor: object }[]>`SELECT actor FROM kernel.event WHERE kind = 'TaskClaimed' ORDER BY position DESC LIMIT 1`;
    expect(event?.actor).toEqual({ userId: 'steward.1', partyId: 'center', role: 'ANALYST', onBehalfOf: 'center.1' });
    // It is among the tasks of who is away, who takes it over again on coming back.
    expect((await desk.tasks(first, { mine: true })).map((each) => each.id)).toContain(task);
    const { value: back } = await desk.handOver(first, claim!.id, 'center.1');
    expect(back).toMatchObject({ claimedBy: { id: 'center.1' }, onBehalfOf: null });
    // And what they had claimed themselves their delegate gives away.
    expect((await desk.handOver(steward, back!.id, 'center.2')).refusal).toMatchObject({ code: 'TASK_CLAIM_OF_ANOTHER' });
    const { value: given } = await desk.handOver(steward, back!.id, 'center.2', id);
    expect(given).toMatchObject({ claimedBy: { id: 'center.2' }, claimed: { userId: 'steward.1', onBehalfOf: 'center.1' } });
    expect((await desk.handOver(second, given!.id, 'steward.1')).value).toMatchObject({ claimedBy: { id: 'steward.1' }, onBehalfOf: { id: 'center.1' } });
  });

  it('gives the delegate no say over what the delegator has claimed in another role', async () => {
    const asAnalyst = await inForce();
    const task = await desk.owed({ role: 'SAMPLER' });
    const { value: claim } = await desk.claim(centerUser(1, 'SAMPLER'), task);
    const refused = { value: null, refusal: { code: 'TASK_OF_ANOTHER_ROLE', field: 'claimId' } };
    expect(await desk.release(steward, claim!.id, asAnalyst)).toMatchObject(refused);
    expect(await desk.handOver(steward, claim!.id, 'center.2', asAnalyst)).toMatchObject(refused);
    expect(await desk.hub.database.taskClaim.findMany({ where: { dutyId: task } })).toMatchObject([{ state: 'HELD', claimedById: 'center.1' }]);
    const asSampler = await inForce(first, 'steward.1', { role: 'SAMPLER' });
    expect((await desk.release(steward, claim!.id, asSampler)).value).toMatchObject({ state: 'RELEASED' });
  });

  it('is nobody else’s, begins when it says so, and ends at its time', async () => {
    const id = await inForce();
    const notInForce = { status: 403, errors: [{ extensions: { code: 'DELEGATION_NOT_IN_FORCE' } }] };
    for (const [asker, delegation] of [[second, id], [{ identity: 'steward', user: 2 }, id], ['regulator-city', id], [steward, 'none']] as const) {
      expect(await desk.hub.ask(asker, '{ viewer { userId } }', {}, header(delegation)), JSON.stringify(asker)).toMatchObject(notInForce);
    }
    const later = await given(second, 'steward.1', { beginsAt: inDays(2) });
    expect(later.inForce).toBe(false);
    const told = () => desk.hub.database.$queryRaw<object[]>`SELECT 1 FROM kernel.delegation WHERE id = ${later.id}`;
    await eventually(told, (rows) => rows.length === 1);
    expect(await viewer(steward, later.id)).toMatchObject(notInForce);
    const short = await inForce(second, 'steward.1', { until: new Date(Date.now() + 1500).toISOString() });
    await eventually(() => viewer(steward, short), ({ errors }) => errors !== undefined);
    expect(await viewer(steward, short)).toMatchObject(notInForce);
    expect((await desk.tasks(steward)).every(({ role }) => role !== 'OFFICER')).toBe(true);
  });

  it('is one over the same time, of a role to a colleague; another role, colleague or time is another', async () => {
    const { id } = await given(first, 'steward.1', { beginsAt: inDays(2), until: inDays(4) });
    const overlapping = { code: 'DELEGATION_OVERLAPS', field: 'delegateId', message: expect.stringContaining(id) };
    for (const time of [{ until: inDays(3) }, { until: inDays(5) }, { beginsAt: inDays(3), until: inDays(3.5) }, { beginsAt: inDays(3), until: inDays(5) }]) {
      expect((await desk.delegate(first, 'steward.1', time)).refusal, JSON.stringify(time)).toMatchObject(overlapping);
    }
    // The end is exclusive: one begins where the other ends.
    const { beginsAt, until } = await desk.hub.database.delegation.findUniqueOrThrow({ where: { id } });
    await given(first, 'steward.1', { until: beginsAt.toISOString() });
    await given(first, 'steward.1', { beginsAt: until.toISOString(), until: inDays(5) });
    await given(first, 'steward.1', { role: 'SAMPLER' });
    await given(first, 'steward.2');
    await given(second);
    // What was ended stands in nobody's way.
    await desk.endDelegation(first, id);
    await given(first, 'steward.1', { beginsAt: beginsAt.toISOString(), until: until.toISOString() });
  });

  it('is one also where it is given twice at once', async () => {
    const outcomes = await Promise.all([1, 2, 3].map(() => desk.delegate(first, 'steward.1')));
    expect(outcomes.filter(({ value }) => value)).toHaveLength(1);
    expect(outcomes.flatMap(({ refusal }) => refusal?.code ?? [])).toEqual(['DELEGATION_OVERLAPS', 'DELEGATION_OVERLAPS']);
  });

  it('is one of twenty at most that a user has given and that are not over', async () => {
    const day = (number: number) => ({ beginsAt: inDays(number), until: inDays(number + 1) });
    const ids: string[] = [];
    for (let number = 1; number <= 20; number += 1) ids.push((await given(first, 'steward.1', day(2 * number))).id);
    const limit = { code: 'DELEGATION_LIMIT', message: expect.stringContaining('20') };
    for (const delegate of ['steward.1', 'steward.2']) expect((await desk.delegate(first, delegate, day(60))).refusal, delegate).toMatchObject(limit);
    await given(second);
    await desk.endDelegation(first, ids[0]!);
    await given(first, 'steward.2', day(60));
  });

  it('is ended by either of the two, with a reason, and by nobody else', async () => {
    const id = await inForce();
    expect((await desk.endDelegation(second, id)).refusal).toMatchObject({ code: 'DELEGATION_OF_OTHERS' });
    expect((await desk.endDelegation('regulator-city', id)).refusal).toMatchObject({ code: 'NOT_FOUND' });
    expect((await desk.endDelegation(first, id)).value).toMatchObject({ state: 'ENDED', inForce: false, ended: { userId: 'center.1' }, endingReason: '提前返岗' });
    expect((await desk.endDelegation(first, id)).refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'ENDED' });
    await eventually(() => viewer(steward, id), ({ errors }) => errors?.[0]?.extensions.code === 'DELEGATION_NOT_IN_FORCE');
    const other = await inForce();
    expect((await desk.endDelegation(steward, other)).value).toMatchObject({ state: 'ENDED', ended: { userId: 'steward.1' } });
  });

  it('ends a subscription that goes on by it, within two seconds', async () => {
    const id = await inForce();
    const query = 'subscription ($after: String) { participantChanged(after: $after) { participant { id } } }';
    const after = await desk.hub.cursorOfNow();
    const held = hold(subscriptionClient(desk.hub.url, { authorization: `Bearer ${await desk.hub.tokenOf(steward)}`, ...header(id) }), { query, variables: { after } });
    await desk.recordCenter((user) => (user.id === 'center.3' ? { active: false } : {}));
    await desk.recordCenter(() => ({}));
    await held.until(1);
    await desk.endDelegation(first, id);
    const began = performance.now();
    expect(await held.ended).toMatchObject({ code: 'DELEGATION_NOT_IN_FORCE' });
    expect(performance.now() - began).toBeLessThan(2000);
  });

  it.each([
    ['the delegator is active no more', 'center.1', first, { active: false }],
    ['the delegator has lost the role', 'center.1', first, { roles: ['SAMPLER'] }],
    ['the delegate is active no more', 'steward.1', steward, { active: false }],
  ])('ends where %s, and does not come back with them', async (_why, changed, asker, change) => {
    const heard = (status: number) => eventually(() => desk.hub.ask(asker, '{ viewer { userId } }'), (answer) => answer.status === status);
    const id = await inForce();
    const { id: untouched } = await given(second, 'steward.2');
    await desk.recordCenter((user) => (user.id === changed ? change : {}));
    await heard(401);
    await desk.recordCenter(() => ({}));
    await heard(200);
    const states = await desk.hub.database.delegation.findMany({ where: { id: { in: [id, untouched] } }, orderBy: { delegatorId: 'asc' } });
    expect(states).toMatchObject([{ id, state: 'ENDED', ended: { userId: 'service:exchange', role: 'SERVICE' }, endingReason: null }, { id: untouched, state: 'GIVEN', ended: null }]);
    expect((await desk.endDelegation(first, id)).refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'ENDED' });
    // What was told after it is in force: the end has been heard of as well, at each owner alike.
    await inForce();
    expect(await viewer(steward, id)).toMatchObject({ status: 403, errors: [{ extensions: { code: 'DELEGATION_NOT_IN_FORCE' } }] });
    const told = await desk.hub.database.$queryRaw<{ owners: string[] }[]>`
      SELECT ARRAY(SELECT jsonb_object_keys(payloads) ORDER BY 1) AS owners FROM kernel.event WHERE kind = 'DelegationEnded' AND subject_id = ${id}`;
    expect(told).toEqual([{ owners: [...owners].sort() }]);
  });

  it('stays where a user is recorded anew who may give it still', async () => {
    const id = await inForce();
    await desk.recordCenter((user) => (user.id === 'center.1' ? { roles: ['ANALYST'] } : {}));
    await desk.recordCenter(() => ({}));
    expect(await desk.hub.database.delegation.findUnique({ where: { id } })).toMatchObject({ state: 'GIVEN' });
  });

  it('is not given to who is just leaving: of both at once the second sees the first', async () => {
    const outcomes = await Promise.all([desk.delegate(first, 'steward.3'), desk.recordCenter((user) => (user.id === 'steward.3' ? { active: false } : {}))]);
    const given = await desk.hub.database.delegation.findMany({ where: { delegateId: 'steward.3' } });
    // Either it was refused, or it was given first and has ended.
    if (outcomes[0].refusal) expect([outcomes[0].refusal, given]).toMatchObject([{ code: 'VALUE_INVALID', field: 'delegateId' }, []]);
    else expect(given).toMatchObject([{ state: 'ENDED' }]);
    await desk.recordCenter(() => ({}));
  });

  it('ends at once when the party is suspended', async () => {
    const { value } = await desk.act<DelegationSeen>('regulator-county', 'delegateTasks', { delegateId: 'regulator-county.2', role: 'OFFICER', until: inDays(2), reason: '出差' }, delegationSeen);
    const asked = () => desk.hub.ask({ identity: 'regulator-county', user: 2 }, '{ viewer { userId } }', {}, header(value!.id));
    await eventually(asked, ({ errors }) => errors === undefined);
    await suspended(desk.hub, 'regulator-county');
    const began = performance.now();
    await eventually(asked, ({ errors }) => errors !== undefined);
    expect(performance.now() - began).toBeLessThan(2000);
    expect(await desk.hub.database.delegation.findUnique({ where: { id: value!.id } })).toMatchObject({ state: 'ENDED', ended: { userId: 'security.1' }, endingReason: null });
  });
});
