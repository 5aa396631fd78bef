import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { demoParticipants } from '@hub/prisma/seed/demo-participants.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegulatorDatabase } from '../src/repository/database.js';
import { regulatorService } from '../src/service.js';
import { fedBack, outcomes } from './acts.js';

let hub: SubgraphUnderTest<RegulatorDatabase>;
/** Before any case was opened. */
let after: string;
/** On data of both centres, and on data of the one alone that is like the other's. */
const cases = { ofBoth: '', ofOne: '' };
const data = { ofOne: '', ofOther: '' };

const one = { planId: 'plan-1', productCategory: '0706', platformId: 'platform-1', sellerRegion: '330105' };
const other = { planId: 'plan-2', productCategory: '0707', platformId: 'platform-2', sellerRegion: '440300' };

async function opened(...monitoringDataIds: string[]): Promise<string> {
  const [outcome] = await outcomes(hub, 'openHazardHandling', [{ monitoringDataIds, summary: '不合格' }]);
  if (!outcome?.value) throw new Error(JSON.stringify(outcome?.refusal));
  return outcome.value.id;
}

async function listed(asker: string, filter: object): Promise<string[]> {
  const list = 'query ($filter: HazardHandlingFilter) { hazardHandlings(filter: $filter) { nodes { id } totalCount } }';
  const { data: found } = await hub.ask<{ hazardHandlings: { nodes: { id: string }[]; totalCount: number } }>(asker, list, { filter });
  expect(found.hazardHandlings.totalCount).toBe(found.hazardHandlings.nodes.length);
  return found.hazardHandlings.nodes.map(({ id }) => id);
}

async function firstTold(asker: string, filter: object): Promise<string | undefined> {
  const held = await hub.subscribe<{ hazardHandlingMoved: { hazardHandling: { id: string } } }>(
    asker,
    'subscription ($after: String, $filter: HazardHandlingFilter) { hazardHandlingMoved(after: $after, filter: $filter) { hazardHandling { id } } }',
    { after, filter },
  );
  const [first] = await held.until(1);
  await held.leave();
  return first?.data.hazardHandlingMoved.hazardHandling.id;
}

const names = ['planId', 'productCategory', 'platformId', 'sellerRegionCode'] as const;
const filterBy = (name: (typeof names)[number], of: typeof one) => ({ [name]: name === 'sellerRegionCode' ? of.sellerRegion : of[name] });

beforeAll(async () => {
  hub = await subgraphUnderTest(regulatorService);
  const payload = { ...demoParticipants.find(({ id }) => id === 'center'), id: 'another-center', uscc: '12440300MB1A00044X', regionCode: '440300', state: 'ACTIVE', users: [] };
  hub.others.say({ kind: 'ParticipantChanged', subjectType: 'Participant', subjectId: 'another-center', payload });
  await eventually(() => hub.database.$queryRaw<unknown[]>`SELECT 1 FROM kernel.participant WHERE id = 'another-center'`, ({ length }) => length === 1);
  after = await hub.cursorOfNow();
  data.ofOne = await fedBack(hub, { centerId: 'center', ...one });
  data.ofOther = await fedBack(hub, { centerId: 'another-center', ...other });
  cases.ofBoth = await opened(data.ofOne, data.ofOther);
  cases.ofOne = await opened(await fedBack(hub, { centerId: 'center', ...other }));
});
afterAll(() => hub.close());

describe('a case on monitoring data of two centres is found by what the caller may read of its data (5.4.3 d)', () => {
  it.each(names)('%s: a centre by its own data, and not by that of the other', async (name) => {
    expect(await listed('center', {}), 'both are there').toEqual([cases.ofOne, cases.ofBoth]);
    expect(await listed('center', filterBy(name, one))).toEqual([cases.ofBoth]);
    expect(await listed('center', filterBy(name, other))).toEqual([cases.ofOne]);
    expect(await firstTold('center', filterBy(name, one))).toBe(cases.ofBoth);
    // What is told comes in the order in which it happened: the case of both would have come first.
    expect(await firstTold('center', filterBy(name, other))).toBe(cases.ofOne);
  });

  it.each(names)('%s: its regulator by the data of both', async (name) => {
    expect(await listed('regulator-province', filterBy(name, one))).toEqual([cases.ofBoth]);
    expect(await listed('regulator-province', filterBy(name, other))).toEqual([cases.ofOne, cases.ofBoth]);
    expect(await firstTold('regulator-province', filterBy(name, other))).toBe(cases.ofBoth);
  });

  it('what is asked for of its data is asked of one of them', async () => {
    const mixed = { planId: one.planId, productCategory: other.productCategory };
    expect(await listed('regulator-province', mixed)).toEqual([]);
    expect(await listed('regulator-province', { planId: other.planId, productCategory: other.productCategory })).toEqual([cases.ofOne, cases.ofBoth]);
  });

  it('a later version that joins the open case finds it', async () => {
    expect(await listed('center', { productCategory: '0708' })).toEqual([]);
    await fedBack(hub, { centerId: 'center', ...one, productCategory: '0708', document: data.ofOne, version: 2, supersedesId: data.ofOne });
    expect(await listed('center', { productCategory: '0708' })).toEqual([cases.ofBoth]);
    expect(await listed('center', { productCategory: '0706' }), 'superseded versions included').toEqual([cases.ofBoth]);
  });
});

it.each(['330', '33010', '3', '33a1'])('%s is no region: the list and the subscription refuse it', async (sellerRegionCode) => {
  const list = 'query ($filter: HazardHandlingFilter) { hazardHandlings(filter: $filter) { nodes { id } } }';
  const answer = await hub.ask('center', list, { filter: { sellerRegionCode } });
  expect(answer.errors?.[0]).toMatchObject({ extensions: { code: 'VALUE_INVALID' }, message: expect.stringContaining('filter.sellerRegionCode') });
  const held = await hub.subscribe('center', 'subscription ($filter: HazardHandlingFilter) { hazardHandlingMoved(filter: $filter) { kind } }', { filter: { sellerRegionCode } });
  expect((await held.ended).code).toBe('VALUE_INVALID');
  await held.leave();
});

it('data at the desk are listed by category and seller’s region', async () => {
  const list = 'query ($filter: ReceivedMonitoringDataFilter) { receivedMonitoringDataList(filter: $filter) { nodes { id } } }';
  for (const filter of [{ productCategory: '0707' }, { sellerRegionCode: '4403' }]) {
    const found = await hub.ask<{ receivedMonitoringDataList: { nodes: { id: string }[] } }>('regulator-province', list, { filter });
    expect(found.data.receivedMonitoringDataList.nodes.map(({ id }) => id)).toHaveLength(2);
    expect(found.data.receivedMonitoringDataList.nodes.map(({ id }) => id)).toContain(data.ofOther);
  }
});
