import { calendarDaysAfter } from '@hub/kernel/calendar/calendar-days-after.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inDays, labsUnderTest, type LabsUnderTest } from './labs-under-test.js';

let hub: LabsUnderTest;
beforeAll(async () => {
  hub = await labsUnderTest();
});
afterAll(() => hub.close());

const desk = `query ($filter: CommissionAcceptanceFilter) { commissionAcceptances(first: 500, filter: $filter) { totalCount nodes {
  id state revision receivedAt promisedAt reason commission { id } lab { id } } } }`;
interface Desk {
  commissionAcceptances: { totalCount: number; nodes: { id: string; [key: string]: unknown }[] };
}

describe('a commission at the desk of a lab (3.3 a)', () => {
  it('is received from the centre with an answer owed in two days, or sooner where the report is due sooner', async () => {
    const { id } = await hub.commission('lab-1');
    const [duty, ...more] = await hub.duties(id);
    expect(more).toEqual([]);
    expect(duty).toMatchObject({ kind: 'AcceptCommission', party_id: 'lab-1', role: 'TECHNICIAN', concerned: ['center', 'regulator-province'], closed_at: null });
    expect(duty!.due_at).toEqual(calendarDaysAfter(duty!.opened_at, 2));
    expect(await hub.told('CommissionReceived', id)).toMatchObject([{ receivers: ['exchange'] }]);

    const urgent = await hub.commission('lab-1', { agreedDueAt: inDays(1) });
    expect((await hub.duties(urgent.id))[0]!.due_at.getTime()).toBeLessThanOrEqual(inDays(1).getTime());
  });

  it('is accepted for the agreed time unless another is promised, and then a report is owed', async () => {
    const agreedDueAt = inDays(20);
    const { id } = await hub.commission('lab-1', { agreedDueAt });
    const { outcomes } = await hub.accept('lab-1', { commissionId: id, expectedRevision: 1 });
    expect(outcomes[0]).toMatchObject({ value: { id, state: 'ACCEPTED', revision: 2, reason: null, answered: { userId: 'lab-1.1', role: 'TECHNICIAN' } }, refusal: null });
    expect(new Date(outcomes[0]?.value?.['promisedAt'] as string)).toEqual(agreedDueAt);
    expect(await hub.duties(id)).toMatchObject([
      { kind: 'AcceptCommission', closed_at: expect.any(Date) },
      { kind: 'IssueInspectionReport', party_id: 'lab-1', role: 'SIGNATORY', due_at: agreedDueAt, closed_at: null },
    ]);
    expect((await hub.told('CommissionAnswered', id)).map(({ payloads }) => payloads)).toEqual([
      { exchange: null, 'monitoring-center': { commissionId: id, labId: 'lab-1', answer: 'ACCEPTED' } },
    ]);

    const sooner = await hub.commission('lab-1', { agreedDueAt });
    const promisedAt = inDays(10).toISOString();
    const promised = await hub.accept({ identity: 'lab-1', role: 'REVIEWER' }, { commissionId: sooner.id, promisedAt });
    expect(new Date(promised.outcomes[0]?.value?.['promisedAt'] as string).toISOString()).toBe(promisedAt);
  });

  it('is declined with a reason, and the desk is clear', async () => {
    const { id } = await hub.commission('lab-1');
    const silent = await hub.accept('lab-1', { commissionId: id, answer: 'DECLINE' });
    expect(silent.outcomes[0]).toMatchObject({ value: null, refusal: { code: 'VALUE_REQUIRED', field: 'reason' } });
    const { outcomes } = await hub.accept('lab-1', { commissionId: id, answer: 'DECLINE', reason: '设备检修' });
    expect(outcomes[0]).toMatchObject({ value: { state: 'DECLINED', promisedAt: null, reason: '设备检修' } });
    expect(await hub.duties(id)).toMatchObject([{ kind: 'AcceptCommission', closed_at: expect.any(Date) }]);
    expect(await hub.told('CommissionAnswered', id)).toMatchObject([
      { payloads: { 'monitoring-center': { answer: 'DECLINED' } } },
    ]);
    const again = await hub.accept('lab-1', { commissionId: id });
    expect(again.outcomes[0]?.refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'DECLINED', possibleFrom: ['RECEIVED'] });
  });

  it('is withdrawn while a sample of it is being received: what has come is not cancelled', async () => {
    const { id } = await hub.acceptedCommission('lab-1', { samples: 2 });
    const [first] = await hub.database.sampleReceipt.findMany({ where: { commissionId: id }, orderBy: { id: 'asc' } });
    await hub.database.$transaction(async (tx) => {
      await tx.sampleReceipt.update({ where: { id: first!.id }, data: { state: 'RECEIVED', reached: ['EXPECTED', 'RECEIVED'] } });
      hub.others.say({ kind: 'CommissionWithdrawn', subjectType: 'InspectionCommission', subjectId: id, payload: { commissionId: id, labId: 'lab-1', reason: '样品选错' } });
      await eventually(() => hub.database.$queryRaw<object[]>`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`, (found) => found.length > 0);
    });
    await eventually(() => hub.database.commissionAcceptance.findUnique({ where: { id } }), (row) => row?.state === 'WITHDRAWN');
    expect((await hub.database.sampleReceipt.findMany({ where: { commissionId: id }, orderBy: { id: 'asc' } })).map(({ state }) => state)).toEqual(['RECEIVED', 'CANCELLED']);
  });

  it('is withdrawn by the centre with a reason: nothing is owed and no sample expected, also where it was accepted as that came; one declined stays so', async () => {
    const [open, accepted, declined] = [await hub.commission('lab-1'), await hub.acceptedCommission('lab-1', { samples: 2 }), await hub.commission('lab-1')];
    await hub.accept('lab-1', { commissionId: declined.id, answer: 'DECLINE', reason: '设备检修' });
    for (const { id } of [declined, open, accepted]) {
      hub.others.say({ kind: 'CommissionWithdrawn', subjectType: 'InspectionCommission', subjectId: id, payload: { commissionId: id, labId: 'lab-1', reason: '样品选错' } });
    }
    await eventually(() => hub.database.commissionAcceptance.findUnique({ where: { id: accepted.id } }), (row) => row?.state === 'WITHDRAWN');
    const states = await hub.database.commissionAcceptance.findMany({ where: { id: { in: [open.id, accepted.id, declined.id] } }, select: { id: true, state: true, withdrawalReason: true } });
    expect(states).toHaveLength(3);
    for (const { id } of [open, accepted]) {
      expect(states).toContainEqual({ id, state: 'WITHDRAWN', withdrawalReason: '样品选错' });
      for (const duty of await hub.duties(id)) expect(duty.closed_at).not.toBeNull();
      expect(await hub.told('CommissionWithdrawalReceived', id)).toHaveLength(1);
    }
    expect(states).toContainEqual({ id: declined.id, state: 'DECLINED', withdrawalReason: null });
    expect((await hub.database.sampleReceipt.findMany({ where: { commissionId: accepted.id } })).map(({ state }) => state)).toEqual(['CANCELLED', 'CANCELLED']);
    expect((await hub.accept('lab-1', { commissionId: open.id })).outcomes[0]?.refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'WITHDRAWN' });
  });

  it('refuses a promise later than agreed or past, one for a time that has passed, an old revision, and what contradicts itself', async () => {
    const { id: commissionId } = await hub.commission('lab-1', { agreedDueAt: inDays(20) });
    const overdue = await hub.commission('lab-1', { agreedDueAt: inDays(-1) });
    const { outcomes } = await hub.accept(
      'lab-1',
      { commissionId, promisedAt: inDays(21) },
      { commissionId, promisedAt: inDays(-1) },
      { commissionId, expectedRevision: 7 },
      { commissionId, reason: '为何' },
      { commissionId, answer: 'DECLINE', reason: '设备检修', promisedAt: inDays(3) },
      { commissionId: overdue.id },
    );
    expect(outcomes.map(({ refusal }) => [refusal?.code, refusal?.['field']])).toEqual([
      ['VALUE_INVALID', 'promisedAt'],
      ['TIME_IN_PAST', 'promisedAt'],
      ['REVISION_CONFLICT', 'expectedRevision'],
      ['VALUE_INVALID', 'reason'],
      ['VALUE_INVALID', 'promisedAt'],
      ['AGREED_TIME_PASSED', 'answer'],
    ]);
    const declined = await hub.accept('lab-1', { commissionId: overdue.id, answer: 'DECLINE', reason: '已过约定时间' });
    expect(declined.outcomes[0]?.refusal).toBeNull();
  });

  it('gives the first answer again for the same key; of two answers at once one holds', async () => {
    const { id: commissionId } = await hub.commission('lab-1');
    const item = { idempotencyKey: 'once', commissionId };
    const same = await Promise.all([1, 2, 3].map(() => hub.accept('lab-1', item)));
    expect(same.map(({ outcomes }) => outcomes[0]?.value?.['state'])).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED']);
    expect(await hub.told('CommissionAnswered', commissionId)).toHaveLength(1);

    const other = await hub.commission('lab-1');
    const two = await Promise.all([
      hub.accept('lab-1', { commissionId: other.id }),
      hub.accept('lab-1', { commissionId: other.id, answer: 'DECLINE', reason: '设备检修' }),
    ]);
    const codes = two.map(({ outcomes }) => outcomes[0]?.refusal?.code ?? 'DONE').sort();
    expect(codes[0] === 'CONCURRENT_CHANGE' || codes[1] === 'STATE_NOT_POSSIBLE').toBe(true);
    expect(codes).toContain('DONE');
    expect(await hub.told('CommissionAnswered', other.id)).toHaveLength(1);
  });

  it('is there for its lab, the centre and the regulator, and for nobody else: not in lists, counts, filters or acts', async () => {
    const [mine, theirs] = [await hub.commission('lab-1'), await hub.commission('lab-2')];
    const seen = async (identity: string, filter?: object) => (await hub.ask<Desk>(identity, desk, { filter })).data.commissionAcceptances;

    const ofLab2 = await seen('lab-2');
    expect(ofLab2.totalCount).toBe(1);
    expect(ofLab2.nodes).toMatchObject([{ id: theirs.id, state: 'RECEIVED', commission: { id: theirs.id }, lab: { id: 'lab-2' } }]);
    expect((await seen('lab-2', { state: ['ACCEPTED', 'DECLINED'] })).totalCount).toBe(0);
    const ofLab1 = await seen('lab-1', { state: ['RECEIVED'] });
    expect(ofLab1.nodes.map(({ id }) => id)).toContain(mine.id);
    expect(ofLab1.nodes.map(({ id }) => id)).not.toContain(theirs.id);

    for (const identity of ['center', 'regulator-province']) {
      const all = await seen(identity);
      expect(all.totalCount).toBe(await hub.database.commissionAcceptance.count());
      expect(all.nodes[0]?.id).toBe(theirs.id);
    }
    expect((await seen('regulator-city')).totalCount).toBe(0);
    const platform = await hub.ask('platform-1', desk);
    expect(platform.data).toEqual({ commissionAcceptances: null });
    expect(platform.errors).toMatchObject([{ extensions: { code: 'SHARING_NOT_IN_AUDIENCE' } }]);

    const foreign = await hub.accept('lab-1', { commissionId: theirs.id }, { commissionId: 'no-such-commission' });
    const [refused, unknown] = foreign.outcomes.map(({ refusal }) => refusal);
    expect(refused).toMatchObject({ code: 'NOT_FOUND', state: null });
    expect(String(refused?.['message']).replace(theirs.id, '')).toBe(String(unknown?.['message']).replace('no-such-commission', ''));
    const byCentre = await hub.accept('center', { commissionId: mine.id });
    expect(byCentre.errors).toMatchObject([{ extensions: { code: 'ACT_NOT_PERMITTED' } }]);
  });
});
