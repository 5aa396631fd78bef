import { readFile } from 'node:fs/promises';
import type { SearchedRow } from '@hub/kernel/searched/searched-rows.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { readOracleSchema, verdictOf, type OracleTerms } from '@hub/kernel/testing/conformance/oracle.js';
import { everyCaller } from '@hub/kernel/testing/conformance/row-matrix.js';
import { subgraphUnderTest, type Asker, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { demoIdentities, demoParticipants } from '@hub/prisma/seed/demo-participants.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExchangeDatabase } from '../src/repository/database.js';
import { seedParticipants } from '../src/repository/seed-participants.js';
import { exchangeService } from '../src/service.js';
import { userKeepingOf } from '../src/users/user-keeping-of.js';
import { randomSearchedRows, words } from './random-searched-rows.js';
import { playSearchedOwners, searchedOwners } from './searched-owners.js';

interface Count {
  value: string;
  count: number;
}
interface Results {
  nodes: { type: string; score: number; record: { id: string } | null; highlights: { field: string; fragments: { text: string; matched: boolean }[] }[] }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null; totalCountCapped: boolean };
  totalCount: number;
  facets: Record<'type' | 'channel' | 'category' | 'hazardItem' | 'sellerRegion', Count[]> & { capped: boolean };
  corrected: boolean;
}

const onlyIds = ['RiskInformation', 'Sample', 'InspectionReport', 'MonitoringData', 'Listing'].map((type) => `... on ${type} { id }`).join(' ');
const query = `query ($text: String!, $criteria: SearchCriteria, $first: Int, $after: String) { search(text: $text, criteria: $criteria, first: $first, after: $after) {
  nodes { type score record { ${onlyIds} } highlights { field fragments { text matched } } }
  pageInfo { hasNextPage endCursor totalCountCapped } totalCount corrected
  facets { type { value count } channel { value count } category { value count } hazardItem { value count } sellerRegion { value count } capped } } }`;

/** Where words are written as one, or otherwise than in the records. */
const partsOf: Readonly<Record<string, readonly string[]>> = {
  ...{ 儿童玩具: ['儿童', '玩具'], 儿童用品: ['儿童', '用品'], 充电宝自燃: ['充电宝', '自燃'] },
  ...{ 'battery 甲醛': ['battery', '甲醛'], Ｆｉｒｅ: ['fire'] },
};
/** How telling a word is in a field, as the page of the decision says. */
const weights: Readonly<Record<string, number>> = { productName: 3, title: 3, productKind: 3, receipt: 3, hazardDescription: 1, remedy: 1, sourceText: 1, results: 1, remark: 1, brandOwner: 1 };
const weightOf = (coordinate: string) => weights[coordinate.split('.')[1] ?? ''] ?? 2;
const uncounted = new Set(['RiskInformation.channel', 'Sample.purchase', 'MonitoringData.sellerRegion']);
const facetOf: Readonly<Record<string, keyof Results['facets']>> = {
  'RiskInformation.channel': 'channel', 'RiskInformation.productCategories': 'category', 'Sample.productKind': 'category', 'InspectionReport.receipt': 'category',
  'Listing.category': 'category', 'RiskInformation.hazardItem': 'hazardItem', 'MonitoringData.failedItems': 'hazardItem', 'Sample.purchase': 'sellerRegion', 'MonitoringData.sellerRegion': 'sellerRegion',
};
const terms = new Map<string, OracleTerms>(
  Object.values(searchedOwners).flatMap((sdl) => [...readOracleSchema(sdl).types.values()].flatMap(({ name, fields }) => fields.flatMap((field) => (field.terms ? [[`${name}.${field.name}`, field.terms] as const] : [])))),
);
const rows = randomSearchedRows(20_261_128, 60);
const typed = [...rows].flatMap(([type, own]) => own.map((row) => ({ type, row })));

let hub: SubgraphUnderTest<ExchangeDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(exchangeService, { logPerOwner: true, variables: { SEARCH_LOOK_SECONDS: '0.1', WEBHOOK_DELIVERY: 'off' } });
  playSearchedOwners(hub, rows);
  await seedParticipants(hub.database, userKeepingOf(hub.environment));
  await indexed(typed.length);
  // Owners may have told of their records before they told of their terms: until then nothing is found.
  await eventually(() => hub.database.searchTerms.findMany({ distinct: ['owner'] }), (owners) => owners.length === 3);
});
afterAll(() => hub.close());

const indexed = (count: number) => eventually(() => hub.database.searchEntry.count(), (found) => found === count);
const search = async (asker: Asker, text: string, more: object = {}): Promise<Results> => {
  const { data, errors } = await hub.ask<{ search: Results }>(asker, query, { text, ...more });
  expect(errors).toBeUndefined();
  return data.search;
};
async function readAll(asker: Asker, text: string, criteria?: object) {
  const hits: Results['nodes'] = [];
  for (let after: string | null = null; ; ) {
    const page: Results = await search(asker, text, { criteria, first: 7, after });
    hits.push(...page.nodes);
    after = page.pageInfo.endCursor;
    if (!page.pageInfo.hasNextPage) return { hits, page };
  }
}

/** What somebody finds who reads every list and looks at each field that is shown. */
function read(asker: { party: (typeof demoParticipants)[number]; role: string }, looked: readonly string[], admits: (open: (coordinate: string) => readonly string[], row: SearchedRow) => boolean = () => true) {
  const found = typed.flatMap(({ type, row }) => {
    const open = (coordinate: string): readonly string[] => {
      const own = terms.get(coordinate);
      return own && verdictOf(own, asker, row.stamps) === 'OPEN' ? (row.values[coordinate] ?? []) : [];
    };
    const key = terms.get(`${type}.id`);
    if (!key || verdictOf(key, asker, row.stamps) !== 'OPEN' || !admits(open, row)) return [];
    const standing = looked.map((word) => Object.keys(row.values).filter((coordinate) => !uncounted.has(coordinate) && open(coordinate).some((text) => text.toLowerCase().includes(word.toLowerCase()))));
    if (standing.some((fields) => fields.length === 0)) return [];
    const score = standing.reduce((sum, fields) => sum + Math.max(...fields.map(weightOf)), 0);
    return [{ id: row.id, type, score, day: row.day ?? '', fields: [...new Set(standing.flat())].sort(), open }];
  });
  return found.sort((a, b) => b.score - a.score || (a.day < b.day ? 1 : a.day > b.day ? -1 : a.id < b.id ? 1 : -1));
}

const counts = (values: readonly string[]): Count[] =>
  [...new Set(values)].map((value) => ({ value, count: values.filter((each) => each === value).length })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));

describe('a search over all owners (检索, 5.4.4)', () => {
  for (const { identity, party, role } of everyCaller()) {
      const { name } = identity;
      it(`finds, ranks, counts and shows ${name} as ${role} what it would find by reading each list and each field that it may read`, async () => {
        for (const text of ['充电宝', '漏电', 'crib', '儿童玩具', '充电宝自燃', 'battery 甲醛', 'Ｆｉｒｅ', '儿童用品']) {
          const looked = partsOf[text] ?? [text];
          const expected = read({ party, role }, looked);
          const { hits, page } = await readAll({ identity: name, role }, text);
          if (expected.length > 0 || !page.corrected) {
            expect(hits.map(({ record }) => record?.id)).toEqual(expected.map(({ id }) => id));
            expect(hits.map(({ score }) => Math.round(score * 3 * looked.length))).toEqual(expected.map(({ score }) => score));
            expect(hits.map(({ highlights }) => [...new Set(highlights.map(({ field }) => field))].sort())).toEqual(expected.map(({ fields }) => fields));
            expect(page.totalCount).toBe(expected.length);
            for (const facet of ['channel', 'category', 'hazardItem', 'sellerRegion'] as const) {
              const values = expected.flatMap(({ open }) => Object.keys(facetOf).filter((coordinate) => facetOf[coordinate] === facet).flatMap(open));
              expect(page.facets[facet], `${facet} of ${text}`).toEqual(counts(values));
            }
            expect(page.facets.type.reduce((sum, { count }) => sum + count, 0)).toBe(expected.length);
          }
        }
        const region = await readAll({ identity: name, role }, '充电宝', { sellerRegionCode: '3301' });
        const inRegion = read({ party, role }, ['充电宝'], (open) => [...open('Sample.purchase'), ...open('MonitoringData.sellerRegion')].some((code) => code.startsWith('3301')));
        if (!region.page.corrected) expect(region.hits.map(({ record }) => record?.id)).toEqual(inRegion.map(({ id }) => id));
        const chosen = await readAll({ identity: name, role }, '漏电', { type: ['RISK_INFORMATION', 'LISTING'], category: ['Toys'], from: '2026-03-01', until: '2026-06-30' });
        const inTime = read({ party, role }, ['漏电'], (open, { day }) => (day ?? '') >= '2026-03-01' && (day ?? '') <= '2026-06-30' && [...open('RiskInformation.productCategories'), ...open('Listing.category')].includes('Toys'));
        if (!chosen.page.corrected) expect(chosen.hits.map(({ record }) => record?.id)).toEqual(inTime.map(({ id }) => id));
      });
  }

  it('knows after an upgrade where each lexeme stands that the index had before', async () => {
    const migration = await readFile(new URL('../../../prisma/exchange/migrations/20261130130000_search_lexemes/migration.sql', import.meta.url), 'utf8');
    const standing = () => hub.database.$queryRaw`SELECT lexeme, ARRAY(SELECT unnest(codes) ORDER BY 1) AS codes FROM search_lexeme ORDER BY lexeme`;
    const kept = await standing();
    expect(kept).toContainEqual({ lexeme: 'batteri', codes: expect.arrayContaining(['a', 'r', 'B']) as string[] });
    await hub.database.searchLexeme.deleteMany();
    await hub.database.$executeRawUnsafe(migration.slice(migration.indexOf('INSERT INTO')));
    expect(await standing()).toEqual(kept);
  });

  it('does not depend, in one byte of any answer, on what the caller may not read', async () => {
    const askers = demoIdentities.map(({ name }) => name);
    const texts = [...words, 'secretword', 'secretwrod', '绝密配方', '绝蜜配方'];
    const answers = async () => JSON.stringify(await Promise.all(askers.flatMap((asker) => texts.map(async (text) => (await hub.ask(asker, query, { text })).data))));
    const before = await answers();
    // A sample of another centre, in a region of nobody: everything in it is closed to everybody of the demo.
    const secret: SearchedRow = {
      id: '00000000-0000-4000-8000-000000000001',
      day: '2026-12-31',
      stamps: { holder: 'another-center', concerned: [], sellerRegion: '999999', producerRegion: null, platformRegion: null, state: 'PURCHASED', reached: ['PURCHASED'] },
      values: { 'Sample.productName': ['secretword 绝密配方 充电宝 battery'], 'Sample.productKind': ['充电宝'], 'Sample.number': ['battery'], 'Sample.purchase': ['330105'] },
    };
    rows.get('Sample')?.push(secret);
    hub.logOf('monitoring-center').say({ kind: 'SampleMoved', subjectType: 'Sample', subjectId: secret.id, payload: null, stamps: secret.stamps });
    await indexed(typed.length + 1);
    expect(await answers()).toBe(before);
    rows.get('Sample')?.pop();
    hub.logOf('monitoring-center').say({ kind: 'SampleMoved', subjectType: 'Sample', subjectId: secret.id, payload: null, stamps: secret.stamps });
    await indexed(typed.length);
  });
});
