import type { SearchedRow } from '@hub/kernel/searched/searched-rows.js';
import { purposeHeader } from '@hub/kernel/identity/authenticate.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import type { Asker } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inDays, sharingDesk, steward, type RequestSeen, type SharingDesk } from './sharing-desk.js';
import { playSearchedOwners, termsOf } from './searched-owners.js';

const taken = { holder: 'center', concerned: [], sellerRegion: null, producerRegion: null, platformRegion: null, state: 'COLLECTED', reached: ['COLLECTED'] };
const listed = { ...taken, holder: 'platform-1', state: 'LISTED', reached: ['LISTED'] };
const record = (id: string, values: Readonly<Record<string, string[]>>, more: Partial<SearchedRow> = {}): SearchedRow => ({ id, day: '2026-03-01', stamps: taken, values, ...more });
const risks: SearchedRow[] = [
  record('risk-1', { 'RiskInformation.productName': ['充电宝 Powerbank'], 'RiskInformation.hazardDescription': ['外壳开裂'], 'RiskInformation.sourceText': ['内部原文 confidential'] }),
  record('risk-2', { 'RiskInformation.productName': ['插座'], 'RiskInformation.hazardDescription': ['漏电'], 'RiskInformation.remedy': ['退款'] }),
];
const rows = new Map<string, SearchedRow[]>([['RiskInformation', risks]]);
const seconds = 2_000;

let desk: SharingDesk;
beforeAll(async () => {
  desk = await sharingDesk({ SEARCH_LOOK_SECONDS: '0.1' });
  playSearchedOwners(desk.hub, rows);
  await eventually(() => desk.hub.database.searchEntry.count(), (count) => count === 2);
  // Owners may have told of their records before they told of their terms: until then nothing is found.
  await eventually(() => desk.hub.database.searchTerms.findMany({ distinct: ['owner'] }), (owners) => owners.length === 3);
});
afterAll(() => desk.hub.close());

const query = 'query ($text: String!, $criteria: SearchCriteria) { search(text: $text, criteria: $criteria) { totalCount corrected nodes { record { ... on RiskInformation { id } ... on Listing { id } } highlights { field } } facets { type { value count } } } }';
const search = async (asker: Asker, text: string, headers: Readonly<Record<string, string>> = {}) => {
  const { data, errors, extensions } = await desk.hub.ask<{ search: { totalCount: number; corrected: boolean; nodes: { record: { id: string }; highlights: { field: string }[] }[]; facets: { type: { count: number }[] } } }>(asker, query, { text }, headers);
  expect(errors).toBeUndefined();
  return { ids: data.search.nodes.map(({ record: { id } }) => id), ...data.search, extensions };
};
const tell = (id: string, payload: { ids: string[] } | null = null) =>
  desk.hub.logOf('monitoring-center').say({ kind: payload ? 'RiskInformationBatchTakenIn' : 'RiskInformationTakenIn', subjectType: 'RiskInformation', subjectId: id, payload, stamps: taken });
/** Asks until the answer is as it should be, and says how long that took. */
async function within(question: () => Promise<{ ids: string[] }>, ids: readonly string[]): Promise<number> {
  const began = performance.now();
  await eventually(question, (answer) => JSON.stringify(answer.ids) === JSON.stringify(ids));
  return performance.now() - began;
}

describe('a text that is shared on application (有条件共享)', () => {
  const lab: Asker = { identity: 'lab-1', role: 'SIGNATORY' };
  const forInspection = { [purposeHeader]: 'INSPECTION' };
  let grantId: string;

  it('finds nothing for who has no grant, and nothing like it either', async () => {
    for (const text of ['confidential', 'confidentail', '内部原文']) expect(await search(lab, text, forInspection)).toMatchObject({ ids: [], totalCount: 0, corrected: false, facets: { type: [] } });
    expect((await search({ identity: 'center', role: 'ANALYST' }, '内部原文')).ids).toEqual(['risk-1']);
  });

  it('finds by it within two seconds of the grant, under its purpose alone, and says under which grant', async () => {
    const [request] = await desk.apply(lab, { fields: ['RiskInformation.sourceText'], holderIds: ['center'], purpose: 'INSPECTION', until: inDays(20) });
    const granted = await desk.done<RequestSeen>(steward, 'grantSharing', { requestId: request?.id });
    grantId = granted.grants[0]?.id ?? '';
    expect(await within(() => search(lab, 'confidential', forInspection), ['risk-1'])).toBeLessThan(seconds);
    expect((await search(lab, 'confidential', forInspection)).extensions?.sharing).toMatchObject({ grants: [grantId] });
    expect((await search(lab, 'confidentail', forInspection)).ids).toEqual(['risk-1']);
    expect((await search(lab, 'confidential')).ids).toEqual([]);
    expect((await search({ identity: 'lab-2', role: 'SIGNATORY' }, 'confidential', forInspection)).ids).toEqual([]);
  });

  it('finds nothing by it within two seconds of its withdrawal', async () => {
    await desk.done(steward, 'withdrawSharing', { grantId, reason: '数据有误' });
    expect(await within(() => search(lab, 'confidential', forInspection), [])).toBeLessThan(seconds);
  });
});

describe('a field that is closed (紧急关闭)', () => {
  it('is looked into for nobody, within two seconds, until it is reopened', async () => {
    expect((await search('platform-1', '退款')).ids).toEqual(['risk-2']);
    const { id } = await desk.done<{ id: string }>(steward, 'closeField', { field: 'RiskInformation.remedy', groundKind: 'INCIDENT', ground: '数据泄露' });
    expect(await within(() => search('platform-1', '退款'), [])).toBeLessThan(seconds);
    expect((await search('platform-1', '插座')).ids).toEqual(['risk-2']);
    expect((await search('platform-1', '插座 退款')).ids).toEqual([]);
    await desk.done(steward, 'reopenField', { closingId: id, reason: '已核实' });
    expect(await within(() => search('platform-1', '退款'), ['risk-2'])).toBeLessThan(seconds);
  });
});

describe('the index', () => {
  it('follows what happens to records, one by one and in batches', async () => {
    risks.push(record('risk-3', { 'RiskInformation.productName': ['电热毯'] }), record('risk-4', { 'RiskInformation.productName': ['电热毯'] }));
    tell('risk-3', { ids: ['risk-3', 'risk-4'] });
    await within(() => search('platform-1', '电热毯'), ['risk-4', 'risk-3']);
    risks[3] = record('risk-4', { 'RiskInformation.productName': ['头盔'] });
    risks.splice(2, 1);
    tell('risk-4', { ids: ['risk-3', 'risk-4'] });
    await within(() => search('platform-1', '电热毯'), []);
    expect((await search('platform-1', '头盔')).ids).toEqual(['risk-4']);
  });

  it('lets nobody find by what a record had, once it has changed, however it is spelled', async () => {
    expect(await search('platform-1', '电熟毯')).toMatchObject({ ids: [], totalCount: 0 });
  });

  it('has a word in a field in which no record had it before', async () => {
    risks.push(record('risk-11', { 'RiskInformation.productName': ['台灯'], 'RiskInformation.remedy': ['电热毯'] }));
    tell('risk-11');
    await within(() => search('platform-1', '电热毯'), ['risk-11']);
  });

  it('is made anew where it was lost, and drops what owners do not have any more', async () => {
    const { database } = desk.hub;
    await database.searchEntry.deleteMany({ where: { id: 'risk-2' } });
    await database.searchText.deleteMany({ where: { id: 'risk-2' } });
    risks.splice(risks.findIndex(({ id }) => id === 'risk-4'), 1);
    await database.searchWalk.deleteMany();
    await within(() => search('platform-1', '插座'), ['risk-2']);
    await within(() => search('platform-1', '头盔'), []);
  });

  it('enforces the terms that the owner has in force, not those that the exchange was built with', async () => {
    expect((await search('lab-1', '插座')).ids).toEqual(['risk-2']);
    desk.hub.logOf('monitoring-center').serveSearched({}, rows);
    expect(await within(() => search('lab-1', '插座'), [])).toBeLessThan(seconds + 5_000);
    playSearchedOwners(desk.hub, rows);
    await within(() => search('lab-1', '插座'), ['risk-2']);
  });

  it('has a new record while a bulk is still due', async () => {
    const { database, logOf } = desk.hub;
    const listings = ['bulk', 'new'].flatMap((kind) => Array.from({ length: kind === 'bulk' ? 600 : 1 }, (_each, index) => record(`${kind}-${index}`, { 'Listing.title': [kind === 'bulk' ? '书包' : '奶瓶'] }, { stamps: listed })));
    rows.set('Listing', listings);
    // An owner that answers one question, and is away before and after.
    let answers = 0;
    const oneAnswer = Object.assign(new Map<string, SearchedRow[]>(), {
      get: () => {
        if ((answers -= 1) < 0) throw new Error('away');
        return listings;
      },
    });
    logOf('platforms').serveSearched(termsOf('platforms'), oneAnswer);
    const told = (kind: string) => logOf('platforms').say({ kind: 'ListingsImported', subjectType: 'Listing', subjectId: 'platform-1', payload: { ids: listings.map(({ id }) => id).filter((id) => id.startsWith(kind)) }, stamps: listed });
    told('bulk');
    told('new');
    await eventually(() => database.searchDue.count({ where: { id: 'new-0' } }), (due) => due > 0);
    answers = 1;
    await within(() => search('platform-1', '奶瓶'), ['new-0']);
    expect(await database.searchDue.count()).toBeGreaterThan(400);
    playSearchedOwners(desk.hub, rows);
    await eventually(() => database.searchDue.count(), (due) => due === 0);
  });
});

describe('a field that is open on fewer rows than its record', () => {
  it('narrows, counts, finds and shows on those rows alone', async () => {
    const { audience } = termsOf('monitoring-center')['RiskInformation.hazardItem'] ?? { audience: [] };
    const concernedAlone = audience.map((clause) => ({ ...clause, rows: 'CONCERNED' as const }));
    risks.push(
      record('risk-5', { 'RiskInformation.productName': ['吹风机'], 'RiskInformation.hazardItem': ['触电'] }, { stamps: { ...taken, concerned: ['platform-1'] } }),
      record('risk-6', { 'RiskInformation.productName': ['吹风机'], 'RiskInformation.hazardItem': ['触电'] }),
    );
    tell('risk-5', { ids: ['risk-5', 'risk-6'] });
    const asked = async (text: string, criteria: object = {}) => {
      const { data } = await desk.hub.ask<{ search: { nodes: { record: { id: string }; highlights: object[] }[]; facets: { hazardItem: object[] } } }>(
        'platform-1', 'query ($text: String!, $criteria: SearchCriteria) { search(text: $text, criteria: $criteria) { nodes { record { ... on RiskInformation { id } } highlights { field } } facets { hazardItem { value count } } } }', { text, criteria },
      );
      return { ids: data.search.nodes.map(({ record: { id } }) => id), ...data.search };
    };
    await within(() => asked('吹风机', { hazardItem: ['触电'] }), ['risk-6', 'risk-5']);
    expect((await asked('吹风机')).facets.hazardItem).toEqual([{ value: '触电', count: 2 }]);
    desk.hub.logOf('monitoring-center').serveSearched({ ...termsOf('monitoring-center'), 'RiskInformation.hazardItem': { ...termsOf('monitoring-center')['RiskInformation.hazardItem']!, audience: concernedAlone } }, rows);
    await within(() => asked('触电'), ['risk-5']);
    expect((await asked('吹风机', { hazardItem: ['触电'] })).ids).toEqual(['risk-5']);
    const both = await asked('吹风机');
    expect(both.ids).toEqual(['risk-6', 'risk-5']);
    expect(both.facets.hazardItem).toEqual([{ value: '触电', count: 1 }]);
    playSearchedOwners(desk.hub, rows);
    await within(() => asked('触电'), ['risk-6', 'risk-5']);
  });
});

describe('a kind of product', () => {
  it('is found under its other names in Chinese and English, after those that are called as it was asked for, where its name is open', async () => {
    const named = (id: string, productName: string) => record(id, { 'RiskInformation.productName': [productName], 'RiskInformation.hazardDescription': ['扫地机 beside a hoverboard'] });
    risks.push(named('risk-8', 'Self-Balancing Hoverboards'), named('risk-9', '平衡车 X1'), named('risk-10', '電動滑板車'));
    tell('risk-8', { ids: ['risk-8', 'risk-9', 'risk-10'] });
    await within(() => search('platform-1', '平衡车'), ['risk-9', 'risk-8', 'risk-10']);
    const { nodes, totalCount } = await search('platform-1', '电动滑板车');
    expect([nodes.map(({ record: { id } }) => id), totalCount]).toEqual([['risk-10', 'risk-9', 'risk-8'], 3]);
    expect(nodes.map(({ highlights }) => highlights.map(({ field }) => field))).toEqual(Array.from({ length: 3 }, () => ['RiskInformation.productName']));
    const { 'RiskInformation.productName': closed, ...open } = termsOf('monitoring-center');
    expect(closed).toBeDefined();
    desk.hub.logOf('monitoring-center').serveSearched(open, rows);
    await within(() => search('platform-1', '平衡车'), []);
    playSearchedOwners(desk.hub, rows);
    await within(() => search('platform-1', '平衡车'), ['risk-9', 'risk-8', 'risk-10']);
  });
});

describe('a word that is everywhere', () => {
  it('is counted so far and no farther, says so, and the latest are found, however PostgreSQL has seen the days', async () => {
    const dayOf = (index: number) => new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10);
    const listings = Array.from({ length: 2_300 }, (_each, index) =>
      record(`listing-${String(index).padStart(5, '0')}`, { 'Listing.title': [index % 23 === 0 ? '头盔 visor' : '头盔'], 'Listing.category': [index % 2 === 0 ? 'A' : 'B'] }, { day: dayOf(index), stamps: listed }),
    );
    rows.set('Listing', listings);
    desk.hub.logOf('platforms').say({ kind: 'ListingsImported', subjectType: 'Listing', subjectId: 'platform-1', payload: { ids: listings.map(({ id }) => id) }, stamps: listed });
    await eventually(() => desk.hub.database.searchEntry.count({ where: { id: { startsWith: 'listing-' } } }), (count) => count === listings.length);
    const everything = '{ search(text: "头盔", first: 500, criteria: { type: [LISTING] }) { totalCount pageInfo { totalCountCapped } nodes { score cursor record { ... on Listing { id } } } facets { capped category { value count } } } }';
    const unseen = await desk.hub.ask<{ search: { totalCount: number; nodes: { record: { id: string } }[]; facets: object } }>('center', everything);
    expect(unseen.data.search).toMatchObject({ totalCount: 2_000, pageInfo: { totalCountCapped: true }, facets: { capped: true, category: [{ value: 'A', count: 1_000 }, { value: 'B', count: 1_000 }] } });
    expect(unseen.data.search.nodes.map(({ record: { id } }) => id)).toEqual(listings.slice(-500).reverse().map(({ id }) => id));
    await desk.hub.database.$executeRawUnsafe('ANALYZE search_entry');
    expect((await desk.hub.ask('center', everything)).data).toEqual(unseen.data);
    const rare = await desk.hub.ask<{ search: { totalCount: number } }>('center', '{ search(text: "visor", criteria: { type: [LISTING] }) { totalCount pageInfo { totalCountCapped } } }');
    expect(rare.data.search).toMatchObject({ totalCount: 100, pageInfo: { totalCountCapped: false } });
  }, 60_000);

  it('is found though the day of one record lies in a year that will not come soon', async () => {
    const far = record('listing-far', { 'Listing.title': ['远期 头盔 far away from here'] }, { day: '9999-12-31', stamps: listed });
    rows.set('Listing', [...(rows.get('Listing') ?? []), far]);
    desk.hub.logOf('platforms').say({ kind: 'ListingsImported', subjectType: 'Listing', subjectId: 'platform-1', payload: { ids: [far.id] }, stamps: listed });
    await eventually(() => desk.hub.database.searchEntry.count({ where: { id: far.id } }), (count) => count === 1);
    const began = performance.now();
    expect((await search('center', 'far away here 远期 头盔')).ids).toEqual(['listing-far']);
    expect(performance.now() - began).toBeLessThan(seconds);
  });
});

describe('what is asked for', () => {
  it.each(['', '，。', 'x'.repeat(201), '\u0000a'])('is refused with a code where it is nothing to look for: %j', async (text) => {
    const { errors } = await desk.hub.ask('center', query, { text });
    expect(errors).toMatchObject([{ extensions: { code: 'VALUE_INVALID' } }]);
  });

  it('is refused with a code where a page, a place or a region is none', async () => {
    for (const [more, code] of [['first: 0', 'PAGE_SIZE_INVALID'], ['after: "x"', 'CURSOR_INVALID'], ['criteria: { sellerRegionCode: "3" }', 'VALUE_INVALID']] as const) {
      expect((await desk.hub.ask('center', `{ search(text: "a", ${more}) { totalCount } }`)).errors).toMatchObject([{ extensions: { code } }]);
    }
  });

  it('means itself, whatever signs it has', async () => {
    const signs = `O'Neil \\ & | ! ( ) :* <-> "`;
    risks.push(record('risk-7', { 'RiskInformation.productName': [`it's \\ a 'test'`], 'RiskInformation.productCategories': [signs] }));
    tell('risk-7');
    await within(() => search('center', `it's \\ a 'test' & | ! ( ) :* <->`), ['risk-7']);
    expect((await search('center', `"'"neil%_`)).ids).toEqual(['risk-7']);
    for (const [category, ids] of [[signs, ['risk-7']], [signs.slice(1), []]] as const) {
      const { data } = await desk.hub.ask<{ search: { nodes: { record: { id: string } }[] } }>('center', query, { text: 'test', criteria: { category: [category] } });
      expect(data.search.nodes.map(({ record: { id } }) => id)).toEqual(ids);
    }
  });
});
