import { eventually } from '@hub/kernel/testing/eventually.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { centerUser, taskDesk, type TaskDesk } from './task-desk.js';

let desk: TaskDesk;
beforeAll(async () => {
  desk = await taskDesk();
});
afterAll(() => desk.hub.close());

const [first, second, third] = [centerUser(1), centerUser(2), centerUser(3)];
const idsOf = (tasks: readonly { id: string }[]) => tasks.map(({ id }) => id);
const fed = async (asker: Parameters<TaskDesk['claim']>[0], id: string) =>
  (await desk.hub.ask<{ exchangeEvents: { nodes: { kind: string }[] } }>(asker, 'query ($id: ID!) { exchangeEvents(first: 50, filter: { subjectId: $id }) { nodes { kind } } }', { id })).data.exchangeEvents.nodes.map(({ kind }) => kind);

describe('my tasks (我的待办, 5.4.3 b)', () => {
  it('are the open duties of the own party in the roles that one carries, the earliest due first', async () => {
    const [late, soon] = [await desk.owed({ dueIn: 200 }), await desk.owed({ dueIn: 2 })];
    const ofSteward = await desk.owed({ role: 'DATA_STEWARD' });
    const ofAnother = await desk.owed({ holder: 'regulator-city', role: 'OFFICER' });
    expect(idsOf(await desk.tasks(first))).toEqual([soon, late]);
    // Whichever of the roles the token names.
    expect(idsOf(await desk.tasks(centerUser(1, 'SAMPLER')))).toEqual([soon, late]);
    expect(idsOf(await desk.tasks({ identity: 'steward' }))).toEqual([ofSteward]);
    expect(idsOf(await desk.tasks('regulator-city'))).toEqual([ofAnother]);
    expect(await desk.tasks('regulator-province')).toEqual([]);
    expect(idsOf(await desk.tasks(first, { dueBefore: new Date(Date.now() + 3_600_000 * 24).toISOString() }))).toEqual([soon]);
  });

  it('disappear with their cause, and stay to be seen when they are done, with who did them', async () => {
    const [dropped, done] = [await desk.owed(), await desk.owed()];
    await desk.claim(first, dropped);
    await desk.claim(first, done);
    await desk.ended(dropped, null, 'DROPPED');
    await desk.ended(done, { userId: 'center.2', onBehalfOf: 'center.3' });
    const open = idsOf(await desk.tasks(first));
    expect(open).not.toContain(dropped);
    expect(open).not.toContain(done);
    // Claimed by the first, done by the second all the same: both see it, and who it was.
    for (const asker of [first, second, third]) {
      expect(await desk.tasks(asker, { state: 'DONE', mine: true })).toMatchObject([
        { id: done, claim: { state: 'ENDED', claimedBy: { id: 'center.1' } }, doneBy: { id: 'center.2' }, doneOnBehalfOf: { id: 'center.3' } },
      ]);
    }
    expect(idsOf(await desk.tasks(first, { state: 'DROPPED', mine: true }))).toEqual([dropped]);
    expect(idsOf(await desk.tasks(second, { state: 'DROPPED', mine: true }))).toEqual([]);
    expect(idsOf(await desk.tasks(second, { state: 'DROPPED', mine: false }))).toEqual([dropped]);
    expect((await desk.claim(second, done)).refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'DONE' });
  });
});

describe('a task that was done (已办)', () => {
  it('stays with whoever did it, in a role that was theirs for a time too, and with nobody else who lacks the role', async () => {
    const id = await desk.owed({ role: 'DATA_STEWARD' });
    await desk.ended(id, { userId: 'center.2', onBehalfOf: 'center.3' });
    const done = async (asker: Parameters<TaskDesk['tasks']>[0]) => idsOf(await desk.tasks(asker, { state: 'DONE' })).includes(id);
    expect(await Promise.all([second, third, { identity: 'steward' }, first].map(done))).toEqual([true, true, true, false]);
    expect(idsOf(await desk.tasks(second))).not.toContain(id);
  });
});

describe('a claim (领办)', () => {
  it('tells colleagues who works on a task, and nobody else', async () => {
    const id = await desk.owed();
    const { value } = await desk.claim(first, id);
    expect(value).toMatchObject({ state: 'HELD', claimedBy: { id: 'center.1' }, onBehalfOf: null, claimed: { userId: 'center.1', role: 'ANALYST' }, duty: { id } });
    expect(idsOf(await desk.tasks(first, { claimed: true, mine: true }))).toContain(id);
    expect(idsOf(await desk.tasks(second, { claimed: true, mine: true }))).not.toContain(id);
    expect(idsOf(await desk.tasks(second, { mine: false }))).toContain(id);
    expect(idsOf(await desk.tasks(second, { claimed: false }))).not.toContain(id);
    expect((await desk.tasks(second)).find((task) => task.id === id)?.claim?.claimedBy).toEqual({ id: 'center.1' });
    // The province, to which it is owed, sees the duty and not who works on it.
    const asked = await desk.hub.ask<{ duties: { nodes: { id: string; claim: null; claims: null }[] } }>('regulator-province', '{ duties(first: 100) { nodes { id claim { id } claims { id } doneBy { id } } } }');
    expect(asked.data.duties.nodes.find((duty) => duty.id === id)).toEqual({ id, claim: null, claims: null, doneBy: null });
    expect(asked.errors?.map(({ extensions }) => extensions['coordinate'])).toContain('Duty.claim');
    const filtered = await desk.hub.ask<{ duties: { nodes: { id: string }[] } }>('regulator-province', '{ duties(first: 100, filter: { claimed: true }) { nodes { id } } }');
    expect(idsOf(filtered.data?.duties?.nodes ?? [])).not.toContain(id);
    expect(await fed(second, value!.id)).toEqual(['TaskClaimed']);
    expect(await fed('regulator-province', value!.id)).toEqual([]);
  });

  it('is one at a time: of two at once one gets it, and the other is told by whom and since when', async () => {
    const id = await desk.owed();
    const outcomes = await Promise.all([first, second, third].map((asker) => desk.claim(asker, id)));
    const [won] = outcomes.filter(({ value }) => value);
    const refused = outcomes.filter(({ refusal }) => refusal);
    expect(refused).toHaveLength(2);
    for (const { refusal } of refused) expect(refusal).toMatchObject({ code: 'TASK_CLAIMED_ALREADY', field: 'dutyId', message: expect.stringContaining(won!.value!.claimedBy!.id) });
    expect(await desk.hub.database.taskClaim.count({ where: { dutyId: id } })).toBe(1);
  });

  it('is of a task of the own party, in the role in which one acts', async () => {
    const id = await desk.owed();
    expect((await desk.claim(centerUser(1, 'SAMPLER'), id)).refusal).toMatchObject({ code: 'TASK_OF_ANOTHER_ROLE', field: 'dutyId' });
    for (const other of ['regulator-province', 'lab-1']) expect((await desk.claim(other, id)).refusal, other).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is given back with a reason, by whoever has it, and then another may have it', async () => {
    const id = await desk.owed();
    const { value } = await desk.claim(first, id);
    expect((await desk.release(second, value!.id)).refusal).toMatchObject({ code: 'TASK_CLAIM_OF_ANOTHER', message: expect.stringContaining('center.1') });
    for (const other of ['regulator-province', 'lab-1']) expect((await desk.release(other, value!.id)).refusal, other).toMatchObject({ code: 'NOT_FOUND' });
    expect((await desk.release(first, value!.id)).value).toMatchObject({ state: 'RELEASED', reason: '另有急件' });
    expect((await desk.release(first, value!.id)).refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'RELEASED' });
    expect((await desk.claim(second, id)).value).toMatchObject({ claimedBy: { id: 'center.2' } });
    expect(idsOf(await desk.tasks(first, { mine: true }))).not.toContain(id);
  });

  it('is handed over to a colleague in the role, with a reason; who had it stays on record', async () => {
    const id = await desk.owed();
    const { value } = await desk.claim(first, id);
    for (const nobody of ['steward.1', 'lab-1.1', 'nobody']) {
      expect((await desk.handOver(first, value!.id, nobody)).refusal, nobody).toMatchObject({ code: 'USER_NOT_IN_ROLE', field: 'toUserId' });
    }
    expect((await desk.handOver(first, value!.id, 'center.1')).refusal).toMatchObject({ code: 'NOTHING_CHANGED' });
    expect((await desk.handOver(second, value!.id, 'center.2')).refusal).toMatchObject({ code: 'TASK_CLAIM_OF_ANOTHER' });
    const { value: handed } = await desk.handOver(first, value!.id, 'center.2');
    expect(handed).toMatchObject({ state: 'HELD', claimedBy: { id: 'center.2' }, claimed: { userId: 'center.1' } });
    expect((await desk.handOver(first, value!.id, 'center.3')).refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'HANDED_OVER' });
    expect((await desk.tasks(second, { mine: true })).find((task) => task.id === id)?.claims).toMatchObject([
      { state: 'HANDED_OVER', reason: '材料在同事处', claimedBy: { id: 'center.1' } },
      { state: 'HELD', claimedBy: { id: 'center.2' } },
    ]);
  });

  it('is in nobody’s way when who had it has left, or has the role no more', async () => {
    for (const change of [{ active: false }, { roles: ['SAMPLER'] }]) {
      const id = await desk.owed();
      await desk.claim(third, id);
      await desk.recordCenter((user) => (user.id === 'center.3' ? change : {}));
      expect((await desk.claim(first, id)).value, JSON.stringify(change)).toMatchObject({ state: 'HELD', claimedBy: { id: 'center.1' } });
      expect((await desk.tasks(first)).find((task) => task.id === id)?.claims?.map(({ state }) => state)).toEqual(['LAPSED', 'HELD']);
      await desk.recordCenter(() => ({}));
      await eventually(() => desk.hub.ask(third, '{ viewer { userId } }'), ({ status }) => status === 200);
    }
  });
});
