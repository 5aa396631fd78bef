import { randomUUID } from 'node:crypto';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExchangeDatabase } from '../src/repository/database.js';
import { seedParticipants } from '../src/repository/seed-participants.js';
import { exchangeService } from '../src/service.js';
import { userKeepingOf } from '../src/users/user-keeping-of.js';

let hub: SubgraphUnderTest<ExchangeDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(exchangeService, { logPerOwner: true, variables: { DUTY_SWEEP_SECONDS: '3600' } });
  await seedParticipants(hub.database, userKeepingOf(hub.environment));
});
afterAll(() => hub.close());

const hour = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * hour);
const list = `query ($first: Int, $after: String, $filter: DutyFilter) { duties(first: $first, after: $after, filter: $filter) {
  nodes { id owner kind subjectType subjectId role party { id } openedAt dueAt closedAt state late } totalCount pageInfo { endCursor } } }`;

interface Duties {
  nodes: { id: string; kind: string; state: string; late: boolean; closedAt: string | null }[];
  totalCount: number;
  pageInfo: { endCursor: string | null };
}
const duties = async (asker: string, variables: object = {}) =>
  (await hub.ask<{ duties: Duties }>(asker, list, variables)).data.duties;
const kinds = async (asker: string, filter: object = {}) => {
  const { nodes, totalCount } = await duties(asker, { filter });
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ kind }) => kind);
};

/** Lets an owner tell of a duty of lab-1 that concerns the centre, and waits until it has arrived. */
async function opened(owner: string, kind: string, dueAt: Date, partOf: string | null = null): Promise<string> {
  const id = randomUUID();
  hub.logOf(owner).say({
    kind: 'DutyOpened',
    subjectType: 'Duty',
    subjectId: id,
    stamps: { holder: 'lab-1', concerned: ['center', 'regulator-province', 'platform-1'], state: 'OPEN', reached: ['OPEN'] },
    payload: {
      kind,
      subjectType: 'InspectionCommission',
      subjectId: 'commission',
      role: 'SIGNATORY',
      openedAt: inHours(-48).toISOString(),
      dueAt: dueAt.toISOString(),
      partOf,
    },
  });
  await eventually(() => hub.database.duty.findUnique({ where: { id } }), (duty) => duty !== null);
  return id;
}

function end(owner: string, id: string, closedAt: Date, kind: 'DutyClosed' | 'DutyDropped'): void {
  const state = kind === 'DutyClosed' ? 'DONE' : 'DROPPED';
  hub.logOf(owner).say({
    kind,
    subjectType: 'Duty',
    subjectId: id,
    stamps: { holder: 'lab-1', concerned: ['center', 'regulator-province', 'platform-1'], state, reached: ['OPEN', state] },
    payload: { closedAt: closedAt.toISOString() },
  });
}
const close = (owner: string, id: string, closedAt: Date) => end(owner, id, closedAt, 'DutyClosed');
const done = (id: string) => eventually(() => hub.database.duty.findUnique({ where: { id } }), (duty) => duty?.state === 'DONE');

describe('duties of all owners (待办, 5.4.3 b)', () => {
  it('shows who owes what by when, and whether it is late', async () => {
    const late = await opened('labs', 'OpenPastDue', inHours(-2));
    await opened('labs', 'OpenInTime', inHours(5));
    const closedLate = await opened('labs', 'ClosedLate', inHours(-3));
    const closedInTime = await opened('labs', 'ClosedInTime', inHours(-1));
    close('labs', closedLate, inHours(-2.5));
    close('labs', closedInTime, inHours(-1.5));
    await done(closedInTime);

    const { nodes, totalCount } = await duties('lab-1');
    expect(nodes.map(({ kind, state, late: isLate }) => [kind, state, isLate])).toEqual([
      ['ClosedLate', 'DONE', true],
      ['OpenPastDue', 'OPEN', true],
      ['ClosedInTime', 'DONE', false],
      ['OpenInTime', 'OPEN', false],
    ]);
    expect(totalCount).toBe(4);
    expect(nodes[1]).toMatchObject({ id: late, owner: 'labs', subjectId: 'commission', role: 'SIGNATORY', party: { id: 'lab-1' }, closedAt: null });

    expect(await kinds('lab-1', { late: true })).toEqual(['ClosedLate', 'OpenPastDue']);
    expect(await kinds('lab-1', { late: false })).toEqual(['ClosedInTime', 'OpenInTime']);
    expect(await kinds('lab-1', { late: true, state: 'OPEN' })).toEqual(['OpenPastDue']);
    expect(await kinds('lab-1', { kind: ['OpenInTime', 'ClosedLate'] })).toEqual(['ClosedLate', 'OpenInTime']);
    expect(await kinds('lab-1', { dueBefore: inHours(0).toISOString(), state: 'OPEN' })).toEqual(['OpenPastDue']);
    expect(await kinds('center', { partyId: 'lab-1' })).toHaveLength(4);
    expect(await kinds('center', { partyId: 'center' })).toEqual([]);
  });

  it('is there for the party that owes it, and for regulator and centre whom it concerns, and for nobody else', async () => {
    const id = await opened('labs', 'IssueInspectionReport', inHours(20));
    const entity = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Duty { id } } }';
    const seen = async (asker: string) => {
      const { data } = await hub.ask<{ _entities: ({ id: string } | null)[] }>(asker, entity, { r: [{ __typename: 'Duty', id }] });
      const feed = await hub.ask<{ exchangeEvents: { nodes: object[] } }>(
        asker,
        'query ($id: ID!) { exchangeEvents(filter: { subjectId: $id }) { nodes { id } } }',
        { id },
      );
      return [data._entities[0] !== null, (await kinds(asker, { kind: ['IssueInspectionReport'] })).length, feed.data.exchangeEvents.nodes.length];
    };
    for (const asker of ['lab-1', 'center', 'regulator-province']) expect(await seen(asker)).toEqual([true, 1, 1]);
    for (const asker of ['lab-2', 'platform-1', 'regulator-city', 'merchant-1']) expect(await seen(asker)).toEqual([false, 0, 0]);
  });

  it('is closed by the owner where it stands, and by no other', async () => {
    const id = await opened('labs', 'Guarded', inHours(30));
    close('platforms', id, inHours(0));
    const told = await eventually(
      () => hub.database.exchangeEvent.count({ where: { owner: 'platforms', subjectId: id } }),
      (count) => count === 1,
    );
    expect(told).toBe(1);
    expect(await hub.database.duty.findUnique({ where: { id } })).toMatchObject({ state: 'OPEN', closedAt: null });
  });

  it('is late no more once it was dropped, and stays dropped', async () => {
    const id = await opened('labs', 'Dropped', inHours(-20));
    expect(await kinds('lab-1', { kind: ['Dropped'], late: true })).toEqual(['Dropped']);
    end('labs', id, inHours(-1), 'DutyDropped');
    await eventually(() => hub.database.duty.findUnique({ where: { id } }), (duty) => duty?.state === 'DROPPED');
    close('labs', id, inHours(0));
    await eventually(() => hub.database.exchangeEvent.count({ where: { subjectId: id } }), (count) => count === 3);

    const { nodes } = await duties('lab-1', { filter: { kind: ['Dropped'] } });
    expect(nodes).toMatchObject([{ id, state: 'DROPPED', late: false, closedAt: expect.stringContaining('T') }]);
    expect(await kinds('lab-1', { kind: ['Dropped'], late: true })).toEqual([]);
    expect(await kinds('lab-1', { kind: ['Dropped'], late: false, state: 'DROPPED' })).toEqual(['Dropped']);
  });

  it('names the undertaking that it is part of to regulator and centre, and to no lab', async () => {
    const id = await opened('labs', 'Part', inHours(50), 'commission-1');
    const partOf = (asker: string) =>
      hub.ask<{ duties: { nodes: object[] } }>(asker, '{ duties(filter: { kind: ["Part"] }) { nodes { id partOf } } }');
    for (const asker of ['center', 'regulator-province']) {
      expect((await partOf(asker)).data.duties.nodes).toEqual([{ id, partOf: 'commission-1' }]);
    }
    const lab = await partOf('lab-1');
    expect(lab.data.duties.nodes).toEqual([{ id, partOf: null }]);
    expect(lab.errors).toMatchObject([{ extensions: { code: 'SHARING_NOT_IN_AUDIENCE', coordinate: 'Duty.partOf' } }]);
  });

  it('skips nobody’s duty when the one at the cursor leaves the list between two pages', async () => {
    const [first] = [await opened('labs', 'Paged', inHours(40)), await opened('labs', 'Paged', inHours(41))];
    const filter = { kind: ['Paged'], state: 'OPEN' };
    const page = await duties('lab-1', { first: 1, filter });
    expect(page.nodes.map(({ id }) => id)).toEqual([first]);
    close('labs', first ?? '', inHours(0));
    await done(first ?? '');
    expect((await duties('lab-1', { first: 1, filter, after: page.pageInfo.endCursor })).nodes).toHaveLength(1);
  });
});
