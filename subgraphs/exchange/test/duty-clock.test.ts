import { randomUUID } from 'node:crypto';
import { owners } from '@hub/kernel/service/subgraph-environment.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { workingCalendar } from '@hub/schema/code-lists/working-calendar.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskSettingsOf } from '../src/environment.js';
import type { ExchangeDatabase } from '../src/repository/database.js';
import { seedParticipants } from '../src/repository/seed-participants.js';
import { tellDutyStages, type StagesAsked } from '../src/repository/tell-duty-stages.js';
import { exchangeService } from '../src/service.js';
import { userKeepingOf } from '../src/users/user-keeping-of.js';

let hub: SubgraphUnderTest<ExchangeDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(exchangeService, { logPerOwner: true, variables: { WEBHOOK_DELIVERY: 'off', DUTY_SWEEP_SECONDS: '0.1', DUTY_SETTLING_SECONDS: '0.1' } });
  await seedParticipants(hub.database, userKeepingOf(hub.environment));
});
afterAll(() => hub.close());

const hour = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * hour);

const told = (asked: Pick<StagesAsked, 'now' | 'patience' | 'perhapsAway'> & Partial<StagesAsked>) =>
  tellDutyStages(hub.database, { settling: 0, calendar: () => workingCalendar, batch: 1000, failing: new Map(), ...asked });

interface Owing {
  readonly kind: string;
  readonly dueAt: Date;
  readonly owner?: string;
  readonly holder?: string;
  readonly concerned?: string[];
}

/** Lets an owner tell of a duty, and waits until it has arrived. */
async function opened({ kind, dueAt, owner = 'labs', holder = 'lab-1', concerned = ['center', 'regulator-province'] }: Owing): Promise<string> {
  const id = randomUUID();
  const subject = { subjectType: 'InspectionCommission', subjectId: 'commission', role: 'SIGNATORY', partOf: null };
  hub.logOf(owner).say({
    ...{ kind: 'DutyOpened', subjectType: 'Duty', subjectId: id, stamps: { holder, concerned, state: 'OPEN', reached: ['OPEN'] } },
    payload: { kind, ...subject, openedAt: inHours(-400).toISOString(), dueAt: dueAt.toISOString() },
  });
  await eventually(() => hub.database.duty.findUnique({ where: { id } }), (duty) => duty !== null);
  return id;
}

function close(owner: string, id: string, holder: string, concerned: string[]): void {
  hub.logOf(owner).say({
    ...{ kind: 'DutyClosed', subjectType: 'Duty', subjectId: id, stamps: { holder, concerned, state: 'DONE', reached: ['OPEN', 'DONE'] } },
    payload: { closedAt: inHours(0).toISOString() },
  });
}

const fed = async (asker: string, id: string): Promise<string[]> => {
  const query = 'query ($id: ID!) { exchangeEvents(first: 50, filter: { subjectId: $id }) { nodes { kind } } }';
  return (await hub.ask<{ exchangeEvents: { nodes: { kind: string }[] } }>(asker, query, { id })).data.exchangeEvents.nodes.map(({ kind }) => kind);
};
const fedUntil = (asker: string, id: string, last: string) => eventually(() => fed(asker, id), (kinds) => kinds.at(-1) === last);

interface Seen {
  id: string;
  stage: string | null;
  escalatedTo: { id: string } | null;
}
const seen = async (asker: string, filter: object) =>
  (await hub.ask<{ duties: { nodes: Seen[] } }>(asker, 'query ($filter: DutyFilter) { duties(first: 100, filter: $filter) { nodes { id stage escalatedTo { id } } } }', { filter })).data.duties.nodes;

describe('the clock of a duty (时限, 5.4.3 b)', () => {
  it('tells who owes it, and whom it concerns, that it is due soon, and nobody else', async () => {
    const id = await opened({ kind: 'FulfilDirection', dueAt: inHours(47), owner: 'platforms', holder: 'platform-1' });
    for (const asker of ['platform-1', 'center', 'regulator-province']) expect(await fedUntil(asker, id, 'DutyDueSoon')).toEqual(['DutyOpened', 'DutyDueSoon']);
    for (const asker of ['platform-2', 'lab-1', 'regulator-city', 'merchant-1']) expect(await fed(asker, id)).toEqual([]);
  });

  it('tells it through a subscription, as any event of the feed', async () => {
    const { data } = await hub.ask<{ exchangeEvents: { edges: { cursor: string }[] } }>('lab-1', '{ exchangeEvents(first: 1) { edges { cursor } } }');
    const held = await hub.subscribe<{ exchangeEvents: { kind: string; exchangeEvent: { owner: string; subjectId: string } } }>(
      'lab-1',
      'subscription ($after: String) { exchangeEvents(after: $after, kinds: ["DutyOverdue"]) { kind exchangeEvent { owner subjectId } } }',
      { after: data.exchangeEvents.edges[0]?.cursor },
    );
    const id = await opened({ kind: 'ReviewInspectionReport', dueAt: inHours(-1) });
    const [event] = await held.until(1);
    expect(event?.data.exchangeEvents).toEqual({ kind: 'DutyOverdue', exchangeEvent: { owner: 'exchange', subjectId: id } });
    await held.leave();
  });

  it('passes a lab’s duty on to the centre that commissioned it, and tells every stage that has come, in order', async () => {
    const id = await opened({ kind: 'IssueInspectionReport', dueAt: inHours(-30) });
    expect(await fedUntil('lab-1', id, 'DutyEscalated')).toEqual(['DutyOpened', 'DutyDueSoon', 'DutyDue', 'DutyOverdue', 'DutyEscalated']);
    expect(await seen('lab-1', { stage: ['ESCALATED'] })).toEqual([{ id, stage: 'ESCALATED', escalatedTo: { id: 'center' } }]);
  });

  it('passes a regulator’s duty on to the one above, who sees it from then on, and how it ends', async () => {
    const concerned = ['center'];
    const owing = { owner: 'regulator', holder: 'regulator-city', concerned };
    const id = await opened({ kind: 'DecideAssessmentReport', dueAt: inHours(-24), ...owing });
    await fedUntil('regulator-city', id, 'DutyOverdue');
    expect(await fed('regulator-province', id)).toEqual([]);
    const late = await opened({ kind: 'DecideAssessmentReport', dueAt: inHours(-6 * 24), ...owing });
    expect(await fedUntil('regulator-province', late, 'DutyEscalated')).toEqual(['DutyEscalated']);
    expect(await seen('regulator-province', { partyId: 'regulator-city' })).toEqual([{ id: late, stage: 'ESCALATED', escalatedTo: { id: 'regulator-province' } }]);
    close('regulator', late, 'regulator-city', concerned);
    expect(await fedUntil('regulator-province', late, 'DutyClosed')).toEqual(['DutyEscalated', 'DutyClosed']);
  });

  it('stays overdue where there is nobody above, and is asked for again', async () => {
    const id = await opened({ kind: 'DecideAssessmentReport', dueAt: inHours(-10 * 24), owner: 'regulator', holder: 'regulator-province', concerned: [] });
    expect(await fedUntil('regulator-province', id, 'DutyOverdue')).not.toContain('DutyEscalated');
    expect(await hub.database.duty.findUnique({ where: { id } })).toMatchObject({ stage: 'OVERDUE', escalatedToId: null });
    expect((await hub.database.duty.findUniqueOrThrow({ where: { id } })).nextStageAt?.getTime()).toBeGreaterThan(Date.now() + 20 * hour);
  });

  it('passes the word on a closing on above the centre, and never to whoever has closed the field', async () => {
    const closing = { kind: 'ConfirmFieldClosing', dueAt: inHours(-72), holder: 'center', owner: 'regulator' };
    // Who closed it, and to whom the word passes: the lowest regulator of the centre’s place, or the next one above.
    for (const [closer, above] of [['regulator-province', 'regulator-city'], ['regulator-city', 'regulator-province']] as const) {
      const id = await opened({ ...closing, concerned: [closer] });
      await fedUntil('center', id, 'DutyEscalated');
      expect(await hub.database.duty.findUnique({ where: { id } })).toMatchObject({ stage: 'ESCALATED', escalatedToId: above });
    }
  });

  it('tells nothing of a duty that has ended, and keeps how far it had come', async () => {
    const id = await opened({ kind: 'IssueInspectionReport', dueAt: inHours(-2) });
    await fedUntil('lab-1', id, 'DutyOverdue');
    close('labs', id, 'lab-1', ['center', 'regulator-province']);
    await fedUntil('lab-1', id, 'DutyClosed');
    await told({ now: inHours(400), patience: 0, perhapsAway: owners });
    expect(await hub.database.duty.findUnique({ where: { id } })).toMatchObject({ state: 'DONE', stage: 'OVERDUE' });
    expect(await fed('lab-1', id)).toEqual(['DutyOpened', 'DutyDueSoon', 'DutyDue', 'DutyOverdue', 'DutyClosed']);
  });

  it('runs no further than its owner was heard of, but for an hour', async () => {
    const id = randomUUID();
    const now = inHours(2000);
    const dueAt = new Date(now.getTime() - 60_000);
    await hub.database.duty.create({
      data: {
        ...{ id, owner: 'labs', kind: 'AcceptCommission', subjectType: 'InspectionCommission', subjectId: 'x', role: 'TECHNICIAN', openedAt: inHours(0), dueAt },
        ...{ nextStageAt: new Date(now.getTime() - 60_000), holder: 'lab-2', concerned: [], state: 'OPEN', reached: ['OPEN'] },
      },
    });
    const stageAfter = async (at: Date, perhapsAway: readonly string[]) => {
      await told({ now: at, patience: 3600, perhapsAway });
      return (await hub.database.duty.findUniqueOrThrow({ where: { id } })).stage;
    };
    expect(await stageAfter(now, owners)).toBeNull();
    const anHourLater = new Date(now.getTime() + hour);
    // The exchange itself was away, or cannot take in what it hears.
    expect(await stageAfter(anHourLater, owners.filter((owner) => owner !== 'labs'))).toBeNull();
    expect(await stageAfter(anHourLater, owners)).toBe('OVERDUE');
  });

  it('and a little less far than it was heard, for what was done in time may be told a moment late', async () => {
    const dueAt = inHours(-1);
    const id = randomUUID();
    // Heard of an hour ahead: by the clock of the sweep beside the test nothing is due yet.
    const heard = inHours(1);
    await hub.database.$executeRaw`INSERT INTO kernel.inbox_cursor (source, epoch, position, heard_at) VALUES ('elsewhere', ${randomUUID()}::uuid, 0, ${heard})`;
    await hub.database.duty.create({
      data: {
        ...{ id, owner: 'elsewhere', kind: 'AcceptCommission', subjectType: 'InspectionCommission', subjectId: 'x', role: 'TECHNICIAN', openedAt: inHours(-50), dueAt },
        ...{ nextStageAt: new Date(heard.getTime() - 20_000), stage: 'DUE', holder: 'lab-2', concerned: [], state: 'OPEN', reached: ['OPEN'] },
      },
    });
    const stageWith = async (settling: number) => {
      await told({ now: inHours(2), patience: 0, perhapsAway: [], settling });
      const { stage } = await hub.database.duty.findUniqueOrThrow({ where: { id } });
      return stage;
    };
    expect(await stageWith(3600)).toBe('DUE');
    expect(await stageWith(10)).toBe('OVERDUE');
  });

  it('tells no stage that came after its owner was heard of, also where an earlier one is to be told', async () => {
    const heard = inHours(1);
    const id = randomUUID();
    await hub.database.$executeRaw`INSERT INTO kernel.inbox_cursor (source, epoch, position, heard_at) VALUES ('farther', ${randomUUID()}::uuid, 0, ${heard})`;
    await hub.database.duty.create({
      data: {
        ...{ id, owner: 'farther', kind: 'AcceptCommission', subjectType: 'InspectionCommission', subjectId: 'x', role: 'TECHNICIAN', openedAt: inHours(-50), dueAt: inHours(1.5) },
        ...{ nextStageAt: inHours(0.9), holder: 'lab-2', concerned: [], state: 'OPEN', reached: ['OPEN'] },
      },
    });
    await told({ now: inHours(2), patience: 0, perhapsAway: [] });
    expect((await hub.database.duty.findUniqueOrThrow({ where: { id } })).stage).toMatch(/^DUE/);
  });

  it('names a setting that is wrong, with a right example', () => {
    const variables = { ...hub.environment.variables, DUTY_SWEEP_SECONDS: 'often' };
    expect(() => deskSettingsOf({ ...hub.environment, variables })).toThrow(/DUTY_SWEEP_SECONDS .*10/);
  });
});
