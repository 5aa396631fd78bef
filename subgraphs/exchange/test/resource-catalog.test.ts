import { subgraphUnderTest, type Asker, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { seedParticipants } from '../src/repository/seed-participants.js';
import type { ExchangeDatabase } from '../src/repository/database.js';
import { exchangeService } from '../src/service.js';
import { userKeepingOf } from '../src/users/user-keeping-of.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let hub: SubgraphUnderTest<ExchangeDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(exchangeService, { logPerOwner: true, variables: { CATALOGUE_COUNT_SECONDS: '0.2' } });
  await seedParticipants(hub.database, userKeepingOf(hub.environment));
});
afterAll(() => hub.close());

const list = `query ($owner: [String!], $type: [String!], $class: [SharingClass!], $text: String) {
  resourceCatalog(owner: $owner, type: $type, class: $class, text: $text) {
    type nameZh meaning owner holders
    fields { coordinate type owner element { name nameZh meaning standard } terms class ground grade audience { kinds roles rows visibleFrom mask basis { kind reference } } }
  }
}`;

interface Listed {
  readonly type: string;
  readonly nameZh: string;
  readonly owner: string;
  readonly fields: readonly { readonly coordinate: string; readonly owner: string; readonly class: string; readonly grade: string; readonly ground: string | null; readonly audience: readonly { readonly basis: unknown }[]; readonly element: { readonly nameZh: string } }[];
}

const listed = async (variables: object = {}, identity = 'lab-1' as const) => {
  const { data, errors } = await hub.ask({ identity }, list, variables);
  expect(errors).toBeUndefined();
  return data?.['resourceCatalog'] as unknown as Listed[];
};

describe('the catalogue of shared information resources (共享信息资源目录, 5.4.4)', () => {
  it('tells every party of every resource of every owner, named in Chinese, each field with its data element, terms and basis', async () => {
    const all = await listed();
    expect([...new Set(all.map(({ owner }) => owner))].sort()).toEqual(['exchange', 'labs', 'monitoring-center', 'platforms', 'registry', 'regulator']);
    expect(all.filter(({ nameZh }) => !/[\u4e00-\u9fff]/.test(nameZh))).toEqual([]);
    const fields = all.flatMap((resource) => resource.fields);
    expect(fields.length).toBeGreaterThan(500);
    expect(fields.filter(({ element }) => !/[\u4e00-\u9fff]/.test(element.nameZh))).toEqual([]);
    expect(fields.filter((field) => field.class === 'NOT_SHARED' && !field.ground)).toEqual([]);
    expect([...new Set(fields.map(({ grade }) => grade))].sort()).toEqual(['GENERAL', 'IMPORTANT']);
    expect(fields.filter(({ audience }) => audience.length === 0 || audience.some(({ basis }) => !basis))).toEqual([]);
  });

  it('says of a field what its owner wrote in the schema, also of one that another owner contributes', async () => {
    const [plan] = await listed({ type: ['MonitoringPlan'] });
    expect(plan).toMatchObject({ nameZh: '网上监测计划', owner: 'regulator', holders: ['REGULATOR'] });
    const field = (coordinate: string) => plan?.fields.find((each) => each.coordinate === coordinate);
    expect(field('MonitoringPlan.deadline')).toMatchObject({ owner: 'regulator', grade: 'IMPORTANT', type: 'DateTime!', element: { nameZh: '完成期限' } });
    expect(field('MonitoringPlan.progress')).toMatchObject({ owner: 'exchange', terms: 'planProgress', audience: [{ kinds: ['REGULATOR', 'MONITORING_CENTER'], rows: 'ALL', basis: { kind: 'STATUTE' } }] });
  });

  it('is searched by owner, class and words in either language', async () => {
    expect([...new Set((await listed({ owner: ['labs'] })).map(({ owner }) => owner))]).toEqual(['labs']);
    expect((await listed({ class: ['NOT_SHARED'] })).map(({ type }) => type)).toContain('Purchase');
    expect((await listed({ text: '盲样编号' })).map(({ type }) => type)).toContain('Sample');
    expect((await listed({ text: 'By Which A Lab Knows' })).map(({ type }) => type)).toContain('Sample');
    expect(await listed({ text: 'no such words' })).toEqual([]);
  });
});

describe('how to apply (申请方式, 5.4.3 b)', () => {
  const query = `query ($type: [String!]) { resourceCatalog(type: $type) { fields { coordinate class apply { mutation variables { items { idempotencyKey fields holderIds purpose until } } } } } }`;
  interface Applied {
    readonly coordinate: string;
    readonly class: string;
    readonly apply: { readonly mutation: string; readonly variables: { readonly items: readonly { readonly fields: string[]; readonly holderIds: string[]; readonly purpose: string }[] } } | null;
  }
  const fieldsTo = async (asker: Asker, type: string[] | null, headers = {}) => {
    const { data, errors } = await hub.ask<{ resourceCatalog: { fields: Applied[] }[] }>(asker, query, { type }, headers);
    expect(errors).toBeUndefined();
    return data.resourceCatalog.flatMap(({ fields }) => fields);
  };
  const applyTo = async (asker: Asker, coordinate: string, headers = {}) => (await fieldsTo(asker, [coordinate.split('.')[0] ?? ''], headers)).find((field) => field.coordinate === coordinate)?.apply ?? null;

  it('is the act of a refusal with its variables, which is done as it stands: each that may hold such rows is asked', async () => {
    const apply = await applyTo('regulator-city', 'Lab.signatories');
    expect(apply?.variables.items).toMatchObject([{ fields: ['Lab.signatories'], holderIds: [], purpose: 'SUPERVISION' }]);
    const { data } = await hub.ask<{ requestSharing: { outcomes: { value: { requests: { holder: { id: string } }[] } | null; refusal: object | null }[] } }>('regulator-city', apply!.mutation, apply!.variables);
    expect(data.requestSharing.outcomes).toMatchObject([{ refusal: null, value: { requests: [{ holder: { id: 'lab-1' } }, { holder: { id: 'lab-2' } }] } }]);
  });

  it('names the purpose for which is asked where the terms allow it, and else one that they do', async () => {
    const purposeOf = async (asked: string) => (await applyTo('center', 'Shop.listingsOnSale', { 'x-hub-purpose': asked }))?.variables.items[0]?.purpose;
    expect([await purposeOf('STATISTICS'), await purposeOf('SUPERVISION')]).toEqual(['STATISTICS', 'RISK_ASSESSMENT']);
  });

  it('is told to who may apply alone, and of what is shared on application alone', async () => {
    for (const [asker, coordinate] of [['lab-1', 'Lab.signatories'], ['platform-1', 'Lab.signatories'], ['platform-2', 'Shop.listingsOnSale'], ['merchant-1', 'Shop.listingsOnSale']] as const) {
      expect(await applyTo(asker, coordinate), `${asker} ${coordinate}`).toBeNull();
    }
    const told = (await fieldsTo('center', null)).filter(({ apply }) => apply !== null);
    expect(told.length).toBeGreaterThan(2);
    expect(told.filter((field) => field.class !== 'CONDITIONAL')).toEqual([]);
  });
});

interface Counted {
  readonly type: string;
  readonly asOf: string | null;
  readonly timeliness: string;
  readonly records: number | null;
  readonly newestChange: string | null;
  readonly holdings: readonly { readonly holderId: string; readonly holder: { readonly name: string } | null; readonly records: number | null; readonly newestChange: string | null }[] | null;
  readonly fields: readonly { readonly coordinate: string; readonly freshness: string | null; readonly timeliness: string | null }[];
}

const countedTo = async (identity: string, type: string): Promise<Counted> => {
  const query = `query ($type: [String!]) { resourceCatalog(type: $type) {
    type asOf timeliness records newestChange holdings { holderId holder { name } records newestChange } fields { coordinate freshness timeliness }
  } }`;
  const { data, errors } = await hub.ask(identity, query, { type: [type] });
  expect(errors).toBeUndefined();
  const [counted] = data['resourceCatalog'] as unknown as Counted[];
  if (!counted) throw new Error(`The catalogue has no ${type}.`);
  return counted;
};
const nothing = { records: null, newestChange: null, holdings: null };

describe('how many records there are, and how fresh they are (数据量、时效)', () => {
  beforeAll(async () => {
    hub.logOf('labs').serveHoldings([
      { type: 'InspectionReport', holder: 'lab-1', records: 3 },
      { type: 'InspectionReport', holder: 'lab-2', records: 40 },
      // An owner is asked of its own types alone.
      { type: 'Purchase', holder: 'center', records: 999 },
    ]);
    hub.logOf('platforms').serveHoldings([
      { type: 'Listing', holder: 'platform-1', records: 5 },
      { type: 'Listing', holder: 'platform-2', records: 7 },
    ]);
    hub.logOf('monitoring-center').serveHoldings([{ type: 'Purchase', holder: 'center', records: 12 }]);
    hub.logOf('monitoring-center').say({ kind: 'PurchaseRecorded', subjectType: 'Purchase', subjectId: 'p', payload: null, stamps: { holder: 'center', state: 'RECORDED', reached: ['RECORDED'] } });
    hub.logOf('labs').say({ kind: 'InspectionReportIssued', subjectType: 'InspectionReport', subjectId: 'r', payload: null, stamps: { holder: 'lab-1', state: 'ISSUED', reached: ['ISSUED'] } });
    await eventually(() => countedTo('center', 'Purchase'), ({ records, newestChange }) => records === 12 && newestChange !== null);
    await eventually(() => countedTo('lab-1', 'InspectionReport'), ({ records, newestChange }) => records === 3 && newestChange !== null);
  });

  it('is told by holder, with the newest change that the feed has, to who may read all rows', async () => {
    const { records, newestChange, holdings } = await countedTo('center', 'Purchase');
    expect(records).toBe(12);
    expect(holdings).toEqual([{ holderId: 'center', holder: { name: expect.any(String) as string }, records: 12, newestChange }]);
    expect((await eventually(() => countedTo('center', 'Listing'), ({ records: all }) => all === 12)).holdings).toMatchObject([{ holderId: 'platform-2', records: 7 }, { holderId: 'platform-1', records: 5 }]);
    expect((await countedTo('platform-1', 'Listing')).holdings).toMatchObject([{ holderId: 'platform-1', records: 5 }]);
    expect(Math.abs(Date.now() - Date.parse(newestChange ?? ''))).toBeLessThan(60_000);
  });

  it('is told a holder of its own rows alone, and a rival not even that there are others', async () => {
    expect((await countedTo('lab-1', 'InspectionReport')).holdings).toMatchObject([{ holderId: 'lab-1', records: 3 }]);
    expect(await countedTo('lab-2', 'InspectionReport')).toMatchObject({ records: 40, newestChange: null, holdings: [{ holderId: 'lab-2', records: 40, newestChange: null }] });
  });

  it('is told nobody who is bought from, or who may not read the rows', async () => {
    for (const identity of ['platform-1', 'merchant-1', 'lab-1']) {
      for (const type of ['Purchase', 'Sample', 'SamplingOrder', 'MonitoringPlan']) expect(await countedTo(identity, type), `${type} to ${identity}`).toMatchObject(nothing);
    }
    expect(await countedTo('platform-1', 'InspectionReport')).toMatchObject(nothing);
  });

  it('is told of no event: their rows follow the terms of their subjects', async () => {
    expect(await countedTo('center', 'ExchangeEvent')).toMatchObject(nothing);
  });

  it('becomes nought where the owner has no rows of a holder any more', async () => {
    hub.logOf('labs').serveHoldings([{ type: 'InspectionReport', holder: 'lab-2', records: 41 }]);
    await eventually(() => countedTo('lab-2', 'InspectionReport'), ({ records }) => records === 41);
    expect(await countedTo('lab-1', 'InspectionReport')).toMatchObject({ records: 0 });
  });

  it('is in time as long as the owner is heard, and stale when it was not heard for longer than the limit of the terms', async () => {
    const inTime = await countedTo('platform-1', 'InspectionReport');
    expect(inTime.timeliness).toBe('IN_TIME');
    expect(inTime.fields.find(({ coordinate }) => coordinate === 'InspectionReport.id')).toMatchObject({ freshness: 'PT5M', timeliness: 'IN_TIME' });
    expect(inTime.asOf).toMatch(/:00\.000\+08:00$/);
    await hub.logOf('labs').close();
    await hub.database.$executeRaw`UPDATE kernel.inbox_cursor SET heard_at = now() - interval '10 minutes' WHERE source = 'labs'`;
    const stale = await countedTo('platform-1', 'InspectionReport');
    expect(stale.timeliness).toBe('STALE');
    expect((await countedTo('platform-1', 'Lab')).timeliness).toBe('IN_TIME');
    expect((await countedTo('platform-1', 'Purchase')).timeliness).toBe('IN_TIME');
  });
});
