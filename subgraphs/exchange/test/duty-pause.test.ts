import { randomUUID } from 'node:crypto';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharingDesk, type SharingDesk } from './sharing-desk.js';

let desk: SharingDesk;
beforeAll(async () => {
  desk = await sharingDesk({ DUTY_SWEEP_SECONDS: '0.1', DUTY_SETTLING_SECONDS: '0.1' });
});
afterAll(() => desk.hub.close());

const hour = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * hour);
const city = 'regulator-city';

/** A duty of platform-1 towards the city. */
async function owed(dueIn: number, more: object = {}): Promise<string> {
  const id = randomUUID();
  const subject = { kind: 'FulfilDirection', subjectType: 'DirectionFulfilment', subjectId: 'direction', role: 'OFFICER', partOf: null, ...more };
  desk.hub.logOf('platforms').say({
    ...{ kind: 'DutyOpened', subjectType: 'Duty', subjectId: id, stamps: { holder: 'platform-1', concerned: [city], state: 'OPEN', reached: ['OPEN'] } },
    payload: { ...subject, openedAt: inHours(-10).toISOString(), dueAt: inHours(dueIn).toISOString() },
  });
  await eventually(() => desk.hub.database.duty.findUnique({ where: { id } }), (duty) => duty !== null);
  return id;
}

const seen = 'id state late dueAt stage pausedAt pauseEndsAt pauseReason pausedBy { id }';
interface Seen { id: string; late: boolean; dueAt: string; stage: string | null; pausedAt: string | null; pauseEndsAt: string | null; pauseReason: string | null; pausedBy: { id: string } | null; state: string }
const act = (asker: string, name: 'pauseDuty' | 'resumeDuty', item: object) => desk.act<Seen>(asker, name, item, seen);
const pause = (id: string, asker = city) => act(asker, 'pauseDuty', { dutyId: id, reason: '等待复检结论' });
const resume = (id: string, asker = city) => act(asker, 'resumeDuty', { dutyId: id });
const fed = async (asker: string, id: string) =>
  (await desk.hub.ask<{ exchangeEvents: { nodes: { kind: string }[] } }>(asker, 'query ($id: ID!) { exchangeEvents(first: 50, filter: { subjectId: $id }) { nodes { kind } } }', { id })).data.exchangeEvents.nodes.map(({ kind }) => kind);
const mine = async (filter: object) => (await desk.hub.ask<{ duties: { nodes: Seen[] } }>('platform-1', `query ($filter: DutyFilter) { duties(first: 200, filter: $filter) { nodes { ${seen} } } }`, { filter })).data.duties.nodes;
const board = async () => (await desk.hub.ask<{ timelinessBoard: { open: number; paused: number; late: number; dueSoon: number }[] }>('platform-1', '{ timelinessBoard(kind: ["FulfilDirection"]) { open paused late dueSoon } }')).data.timelinessBoard[0];

/** A correction that platform-1 owes the city an answer to. */
async function correctionOwed() {
  const dueAt = inHours(200);
  const by = { userId: 'regulator-city.1', partyId: city, role: 'OFFICER', at: new Date().toISOString() };
  const { id: subjectId } = await desk.hub.database.dataCorrection.create({
    data: {
      ...{ number: `KW-${randomUUID()}`, requesterId: city, fields: ['Listing.title'], owner: 'platforms', subjectType: 'Listing', subjectId: 'listing', problem: '…', proposal: '…', requested: by, requestedAt: new Date() },
      ...{ heldBy: 'platform-1', dueAt, holder: 'platform-1', concerned: [city], state: 'OPEN', reached: ['OPEN'] },
    },
  });
  const { id } = await desk.hub.database.duty.create({
    data: {
      ...{ id: randomUUID(), owner: 'exchange', kind: 'AnswerDataCorrection', subjectType: 'DataCorrection', subjectId, role: 'OFFICER', openedAt: new Date(), dueAt },
      ...{ nextStageAt: inHours(100), holder: 'platform-1', concerned: [city], state: 'OPEN', reached: ['OPEN'] },
    },
  });
  return { id, subjectId, dueAt };
}

const standing = (id: string) => desk.hub.database.duty.findUnique({ where: { id }, select: { pausedAt: true, pauseEndsAt: true, pausedById: true, pauseReason: true } });
const runs = { pausedAt: null, pauseEndsAt: null, pausedById: null, pauseReason: null };

describe('a pause of the clock (中止计时, 5.4.3 b)', () => {
  it('stops it, with a reason that both sides see, and its due time moves by the pause', async () => {
    const id = await owed(100);
    const before = (await mine({})).find((duty) => duty.id === id)!;
    const paused = (await pause(id)).value!;
    expect(paused).toMatchObject({ id, state: 'OPEN', late: false, pauseReason: '等待复检结论', pausedBy: { id: city }, dueAt: before.dueAt });
    expect(Date.parse(paused.pauseEndsAt!) - Date.parse(paused.pausedAt!)).toBe(90 * 24 * hour);
    expect(await mine({ paused: true })).toMatchObject([{ id, pauseReason: '等待复检结论' }]);
    expect(await board()).toMatchObject({ open: 1, paused: 1, late: 0 });
    // As if it had stood for five days.
    await desk.hub.database.duty.update({ where: { id }, data: { pausedAt: inHours(-120) } });
    const { value } = await resume(id);
    expect(value).toMatchObject({ pausedAt: null, pauseEndsAt: null, pausedBy: null, pauseReason: null });
    expect(Math.abs(Date.parse(value!.dueAt) - Date.parse(before.dueAt) - 120 * hour)).toBeLessThan(60_000);
    expect(await mine({ paused: true })).toEqual([]);
    for (const asker of ['platform-1', city]) expect(await eventually(() => fed(asker, id), (kinds) => kinds.includes('DutyResumed'))).toEqual(['DutyOpened', 'DutyPaused', 'DutyResumed']);
    for (const other of ['platform-2', 'regulator-county']) expect(await fed(other, id)).toEqual([]);
  });

  it('is not late while it stands, and tells no stage; when the longest pause is over it runs again by itself', async () => {
    const id = await owed(60);
    await pause(id);
    await desk.hub.database.duty.update({ where: { id }, data: { pausedAt: inHours(-30 * 24), dueAt: inHours(-20 * 24) } });
    expect((await mine({ paused: true }))[0]).toMatchObject({ id, late: false });
    expect((await mine({ late: true })).map((duty) => duty.id)).not.toContain(id);
    expect((await mine({ late: false })).map((duty) => duty.id)).toContain(id);
    await desk.hub.database.duty.update({ where: { id }, data: { pauseEndsAt: inHours(-1), nextStageAt: inHours(-1) } });
    expect(await eventually(() => fed('platform-1', id), (kinds) => kinds.includes('DutyResumed'))).toEqual(['DutyOpened', 'DutyPaused', 'DutyResumed']);
    expect((await mine({})).find((duty) => duty.id === id)).toMatchObject({ late: false, stage: null, pausedAt: null });
  });

  it('is by whom the limits name, for a kind that they let pause, once, and not when it is late', async () => {
    const id = await owed(100);
    for (const other of ['regulator-county', 'center']) expect((await pause(id, other)).refusal, other).toMatchObject({ code: 'NOT_FOUND' });
    const kindNot = await owed(100, { kind: 'AcknowledgeMonitoringData' });
    expect((await pause(kindNot)).refusal).toMatchObject({ code: 'DUTY_NOT_PAUSABLE', field: 'dutyId' });
    expect((await resume(kindNot)).refusal).toMatchObject({ code: 'DUTY_NOT_PAUSABLE' });
    const byCenter = await owed(100, { kind: 'IssueInspectionReport' });
    expect((await pause(byCenter)).refusal?.message).toContain('MONITORING_CENTER');
    expect((await resume(id)).refusal).toMatchObject({ code: 'DUTY_NOT_PAUSED' });
    expect((await pause(id)).refusal).toBeNull();
    expect((await pause(id)).refusal).toMatchObject({ code: 'DUTY_PAUSED_ALREADY' });
    await resume(id);
    expect((await pause(id)).refusal).toMatchObject({ code: 'DUTY_PAUSES_USED' });
    expect((await pause(await owed(-1))).refusal).toMatchObject({ code: 'DUTY_LATE_ALREADY', message: expect.stringMatching(/due at \d{4}-\d{2}-\d{2} \d{2}:\d{2} \(UTC\+8\)/) as string });
    const answer = await desk.hub.ask('platform-1', 'mutation ($items: [PauseDutyInput!]!) { pauseDuty(items: $items) { outcomes { refusal { code } } } }', { items: [] });
    expect(answer.errors?.[0]?.extensions.code).toBe('ACT_NOT_PERMITTED');
  });

  it('ends with the duty: what is done while the clock stands is done in time', async () => {
    const id = await owed(60);
    await pause(id);
    await desk.hub.database.duty.update({ where: { id }, data: { pausedAt: inHours(-30 * 24), dueAt: inHours(-20 * 24) } });
    desk.hub.logOf('platforms').say({
      ...{ kind: 'DutyClosed', subjectType: 'Duty', subjectId: id, stamps: { holder: 'platform-1', concerned: [city], state: 'DONE', reached: ['OPEN', 'DONE'] } },
      payload: { closedAt: inHours(0).toISOString() },
    });
    await eventually(() => desk.hub.database.duty.findUnique({ where: { id } }), (duty) => duty?.state === 'DONE');
    expect((await mine({})).find((duty) => duty.id === id)).toMatchObject({ state: 'DONE', late: false, pausedAt: null });
    expect(await standing(id)).toEqual(runs);
    expect((await resume(id)).refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'DONE' });
  });

  it('ends with the duty, also where it begins while the news of its end is taken in', async () => {
    const id = await owed(60);
    await desk.hub.database.$transaction(async (tx) => {
      await tx.duty.update({ where: { id }, data: { pausedAt: inHours(-1), pauseEndsAt: inHours(100), pausedById: city, pauseReason: '等待复检结论' } });
      desk.hub.logOf('platforms').say({
        ...{ kind: 'DutyClosed', subjectType: 'Duty', subjectId: id, stamps: { holder: 'platform-1', concerned: [city], state: 'DONE', reached: ['OPEN', 'DONE'] } },
        payload: { closedAt: inHours(0).toISOString() },
      });
      await eventually(
        () => desk.hub.database.$queryRaw<object[]>`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        (waiting) => waiting.length > 0,
      );
    });
    await eventually(() => desk.hub.database.duty.findUnique({ where: { id } }), (duty) => duty?.state === 'DONE');
    expect(await standing(id)).toEqual(runs);
  });

  it('of a case of the exchange moves what the case is due as well', async () => {
    const { id, subjectId, dueAt } = await correctionOwed();
    await pause(id);
    await desk.hub.database.duty.update({ where: { id }, data: { pausedAt: inHours(-14 * 24) } });
    const { value } = await resume(id);
    const { dueAt: moved } = await desk.hub.database.dataCorrection.findUniqueOrThrow({ where: { id: subjectId } });
    expect(moved?.getTime()).toBe(Date.parse(value!.dueAt));
    expect(moved!.getTime()).toBeGreaterThan(dueAt.getTime());
  });

  it('of a case leaves no more time to be taken while it stands, also after the day on which it was due; and then there is', async () => {
    const { id, subjectId } = await correctionOwed();
    const extend = () => desk.act<{ state: string }>('platform-1', 'extendDataCorrection', { correctionId: subjectId, reason: '需向检验机构核实' }, 'state');
    await pause(id);
    const passed = { dueAt: inHours(-24) };
    await desk.hub.database.duty.update({ where: { id }, data: { ...passed, pausedAt: inHours(-48) } });
    await desk.hub.database.dataCorrection.update({ where: { id: subjectId }, data: passed });
    expect((await extend()).refusal).toMatchObject({ code: 'CORRECTION_CLOCK_STANDS', field: 'correctionId', message: expect.stringContaining(id) });
    expect((await resume(id)).refusal).toBeNull();
    expect(await extend()).toMatchObject({ refusal: null, value: { state: 'EXTENDED' } });
  });

  it('of a case that has taken more time sets nothing back when it ends', async () => {
    const { id, subjectId } = await correctionOwed();
    await pause(id);
    const later = inHours(2000);
    await desk.hub.database.dataCorrection.update({ where: { id: subjectId }, data: { state: 'EXTENDED', dueAt: later } });
    expect((await resume(id)).refusal).toBeNull();
    expect((await desk.hub.database.dataCorrection.findUniqueOrThrow({ where: { id: subjectId } })).dueAt).toEqual(later);
  });
});

describe('a duty that cannot be told', () => {
  it('holds back no other, is tried again, and the health of the service says so', async () => {
    const id = await owed(60);
    // A pause that ends in a year of which nobody knows the working days.
    const late = new Date('2199-01-05T00:00:00Z');
    await desk.hub.database.duty.update({ where: { id }, data: { kind: 'AnswerDataCorrection', pausedAt: inHours(-1), pauseEndsAt: inHours(-1), dueAt: late, nextStageAt: inHours(-2) } });
    const other = await owed(47);
    await eventually(() => fed('platform-1', other), (kinds) => kinds.includes('DutyDueSoon'));
    const health = async () => {
      const { status, warnings = {} } = (await (await request(new URL('/health/ready', desk.hub.url))).body.json()) as { status: string; warnings?: Record<string, string> };
      return { status, clocks: warnings['clocks of duties'] };
    };
    expect(await eventually(health, ({ clocks }) => clocks !== undefined)).toEqual({ status: 'ready', clocks: expect.stringContaining(id) });
    await desk.hub.database.duty.update({ where: { id }, data: { dueAt: inHours(100) } });
    expect(await eventually(health, ({ clocks }) => clocks === undefined)).toMatchObject({ status: 'ready' });
  });
});
