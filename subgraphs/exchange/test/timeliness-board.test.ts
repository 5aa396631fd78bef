import { randomUUID } from 'node:crypto';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExchangeDatabase } from '../src/repository/database.js';
import { seedParticipants } from '../src/repository/seed-participants.js';
import { exchangeService } from '../src/service.js';
import { userKeepingOf } from '../src/users/user-keeping-of.js';

let hub: SubgraphUnderTest<ExchangeDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(exchangeService);
  await seedParticipants(hub.database, userKeepingOf(hub.environment));
  // Of lab-1, begun in October: done in 1 to 10 hours, of which the limit was 8; and one that was dropped.
  for (let hours = 1; hours <= 10; hours += 1) await owed({ openedAt: october(hours), dueAt: october(hours, 8), closedAt: october(hours, hours) });
  await owed({ openedAt: october(1), dueAt: october(1, 8), closedAt: october(1, 9), state: 'DROPPED' });
  // Begun on 1 November in Shanghai, when it was still October in Greenwich.
  await owed({ openedAt: new Date('2026-10-31T16:30:00Z'), dueAt: new Date('2026-11-01T16:30:00Z') });
  await owed({ openedAt: new Date('2026-11-02T00:00:00Z'), dueAt: new Date(Date.now() + 12 * hour) });
  await owed({ openedAt: new Date('2026-11-02T00:00:00Z'), dueAt: new Date(Date.now() + 100 * 24 * hour), kind: 'IssueInspectionReport' });
  await owed({ holder: 'lab-2', concerned: ['center'], openedAt: october(1), dueAt: october(1, 8) });
});
afterAll(() => hub.close());

const hour = 3_600_000;
const october = (day: number, hours = 0) => new Date(Date.UTC(2026, 9, day, 2) + hours * hour);

interface Owed {
  readonly openedAt: Date;
  readonly dueAt: Date;
  readonly closedAt?: Date;
  readonly state?: string;
  readonly kind?: string;
  readonly holder?: string;
  readonly concerned?: string[];
}

async function owed({ closedAt, state = closedAt ? 'DONE' : 'OPEN', kind = 'AnswerCommission', holder = 'lab-1', concerned = ['center', 'platform-1'], ...times }: Owed): Promise<void> {
  const subject = { subjectType: 'InspectionCommission', subjectId: 'commission', role: 'SIGNATORY', owner: 'labs' };
  await hub.database.duty.create({ data: { id: randomUUID(), kind, ...subject, ...times, closedAt: closedAt ?? null, holder, concerned, state, reached: ['OPEN', state] } });
}

interface Row {
  readonly kind: string;
  readonly periodBegins: string;
}

const query = `query ($period: TimelinessPeriod!, $since: Date, $until: Date, $kind: [String!], $partyId: ID) {
  timelinessBoard(period: $period, since: $since, until: $until, kind: $kind, partyId: $partyId) { kind periodBegins open dueSoon late done doneLate medianHours p90Hours } }`;
const ask = (asker: string, variables: object = {}) => hub.ask<{ timelinessBoard: Row[] }>(asker, query, { period: 'MONTH', since: '2026-10-01', until: '2026-11-30', ...variables });
const board = async (asker: string, variables: object = {}) => {
  const { data, errors } = await ask(asker, variables);
  expect(errors).toBeUndefined();
  return data.timelinessBoard;
};

describe('the board of timeliness (及时响应看板, 5.4.3 b)', () => {
  it('tells each party how timely its own duties are, by kind and month in Shanghai, without what was dropped', async () => {
    expect(await board('lab-1')).toEqual([
      { kind: 'AnswerCommission', periodBegins: '2026-11-01', open: 2, dueSoon: 1, late: 1, done: 0, doneLate: 0, medianHours: null, p90Hours: null },
      { kind: 'IssueInspectionReport', periodBegins: '2026-11-01', open: 1, dueSoon: 0, late: 0, done: 0, doneLate: 0, medianHours: null, p90Hours: null },
      { kind: 'AnswerCommission', periodBegins: '2026-10-01', open: 0, dueSoon: 0, late: 0, done: 10, doneLate: 2, medianHours: 5.5, p90Hours: 9.1 },
    ]);
  });

  it('counts for the centre what all owe, and of one party that concerns it where asked', async () => {
    const october = async (variables: object) => (await board('center', variables)).find(({ periodBegins }) => periodBegins === '2026-10-01');
    expect(await october({})).toMatchObject({ open: 1, late: 1, done: 10 });
    expect(await october({ partyId: 'lab-2' })).toMatchObject({ open: 1, done: 0 });
    expect((await board('center', { kind: ['IssueInspectionReport'] })).map(({ kind }) => kind)).toEqual(['IssueInspectionReport']);
  });

  it('counts all for regulators and centres, also where nothing concerns them, of which a list shows them nothing', async () => {
    const october = async (variables: object) => (await board('regulator-county', variables)).find(({ periodBegins }) => periodBegins === '2026-10-01');
    expect(await october({})).toMatchObject({ open: 1, late: 1, done: 10 });
    expect((await board('regulator-county', { kind: ['IssueInspectionReport'] })).map(({ kind }) => kind)).toEqual(['IssueInspectionReport']);
    expect((await hub.ask('regulator-county', '{ duties(first: 1) { totalCount } }')).data).toEqual({ duties: { totalCount: 0 } });
  });

  it('counts of one party what a list would show, also for who is told the sum of all: nothing of a party that has nothing to do with them', async () => {
    expect(await board('regulator-county', { partyId: 'lab-1' })).toEqual([]);
    expect(await board('regulator-county', { partyId: 'lab-2', kind: ['AnswerCommission'] })).toEqual([]);
    expect((await board('center', { partyId: 'lab-1' })).map(({ periodBegins }) => periodBegins)).toEqual(['2026-11-01', '2026-11-01', '2026-10-01']);
  });

  it('tells of each lab how many reports came by the agreed time, how many after it, and how many are coming due', async () => {
    const september = (day: number, hours = 0) => new Date(Date.UTC(2026, 8, day, 2) + hours * hour);
    const report = (holder: string, { after, ...times }: { after?: number; dueAt?: Date }) =>
      owed({ kind: 'IssueInspectionReport', holder, concerned: ['center'], openedAt: september(1), dueAt: september(10), ...times, ...(after !== undefined && { closedAt: september(10, after) }) });
    for (const after of [-48, -1, 0, 30]) await report('lab-1', { after });
    await report('lab-1', { dueAt: new Date(Date.now() + 12 * hour) });
    for (const after of [-1, 1, 2]) await report('lab-2', { after });
    await report('lab-2', {});
    const counts = async (partyId: string) => (await board('center', { kind: ['IssueInspectionReport'], partyId, since: '2026-09-01', until: '2026-09-30' })).map(({ periodBegins: _begins, kind: _kind, ...row }) => row);
    expect(await counts('lab-1')).toMatchObject([{ done: 4, doneLate: 1, dueSoon: 1, late: 0 }]);
    expect(await counts('lab-2')).toMatchObject([{ done: 3, doneLate: 2, dueSoon: 0, late: 1 }]);
  });

  it('tells nobody else of a duty that a list would not: another lab has its own, a platform that is concerned has none', async () => {
    expect(await board('lab-2')).toMatchObject([{ periodBegins: '2026-10-01', open: 1, done: 0 }]);
    expect(await board('lab-2', { partyId: 'lab-1' })).toEqual([]);
    expect(await board('platform-1')).toEqual([]);
  });

  it('begins with whole periods, and refuses more of them than a board holds', async () => {
    expect((await board('lab-1', { period: 'QUARTER', since: '2026-12-01', until: '2026-12-31' })).map(({ periodBegins }) => periodBegins)).toEqual(['2026-10-01', '2026-10-01']);
    expect((await ask('lab-1', { period: 'DAY', since: '2020-01-01' })).errors).toMatchObject([{ extensions: { code: 'VALUE_INVALID' } }]);
    expect((await ask('lab-1', { since: '2026-12-01' })).errors).toMatchObject([{ message: expect.stringContaining('0 periods of MONTH') as string }]);
  });
});
