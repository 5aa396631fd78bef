import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { canonicalJson } from '@hub/kernel/hashing/canonical-json.js';
import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import { verifyDetached } from '@hub/kernel/identity/detached-signature.js';
import { keyFile } from '@hub/kernel/identity/key-file.js';
import type { Logger } from '@hub/kernel/service/logger.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { statementsOf } from '@hub/kernel/testing/statements-of.js';
import { subgraphUnderTest, type Asker, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { codeEntry, type CodeEntry, type CodeListContent } from '@hub/schema/code-lists/code-list.js';
import { firstCodeLists } from '@hub/schema/code-lists/first-code-lists.js';
import { regionContent } from '@hub/schema/code-lists/region-list.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegistryDatabase } from '../src/repository/database.js';
import { followPublishedRegions } from '../src/repository/follow-published-regions.js';
import { publishFirstCodeLists, publishFirstRegions } from '../src/repository/publish-first-code-lists.js';
import { regionsOfTheDay } from '../src/repository/regions-of-the-day.js';
import { registryKey } from '../src/repository/registry-key.js';
import { registryService } from '../src/service.js';

const shipped = [...firstCodeLists, regionContent()];
let hub: SubgraphUnderTest<RegistryDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(registryService);
});
afterAll(() => hub.close());

interface Version {
  id: string;
  version: number;
  publishedAt: string;
  reason: string;
  contentHash: string;
  content: string;
  signature: string;
  list: { id: string };
  published: { userId: string; partyId: string } | null;
}
interface Outcome {
  value: { id: string; revision: number; current: { version: number } } | null;
  refusal: { code: string; field: string | null; message: string } | null;
}

const versions = async (listId: string, asker: Asker = 'lab-1') => {
  const query = `query ($filter: CodeListVersionFilter) { codeListVersions(first: 100, filter: $filter) {
    nodes { id version publishedAt reason contentHash content signature list { id } ${asker === 'lab-1' ? '' : 'published { userId partyId }'} } } }`;
  return (await hub.ask<{ codeListVersions: { nodes: Version[] } }>(asker, query, { filter: { listId } })).data.codeListVersions.nodes;
};
/** What is signed of a version, as the contract describes it. */
const statementOf = (listId: string, { contentHash, publishedAt, version }: Version) => JSON.stringify({ contentHash, listId, publishedAt: new Date(publishedAt).toISOString(), version });
const contentOf = async (listId: string) => JSON.parse((await versions(listId))[0]?.content ?? '') as CodeListContent;
const asInput = ({ code, zh, en, ...rest }: CodeEntry) => ({ code, zh, en, ...rest });
const publish = async (listId: string, codes: readonly CodeEntry[], changes: object = {}): Promise<Outcome> => {
  const { data } = await hub.ask<{ codeList: { revision: number } | null }>('steward', 'query ($id: ID!) { codeList(id: $id) { revision } }', { id: listId });
  const item = { idempotencyKey: randomUUID(), listId, expectedRevision: data.codeList?.revision ?? 1, reason: '标准更新', codes: codes.map(asInput), ...changes };
  const answer = await hub.ask<{ publishCodeList: { outcomes: Outcome[] } }>(
    'steward',
    `mutation ($items: [PublishCodeListInput!]!) { publishCodeList(items: $items) { outcomes {
      value { id revision current { version } } refusal { code field message } } } }`,
    { items: [item] },
  );
  const outcome = answer.data?.publishCodeList.outcomes[0];
  if (!outcome) throw new Error(JSON.stringify(answer));
  return outcome;
};
/** A version that ends codes, or has them say something else, proposed and let pass by whom it concerns. */
const approve = async (listId: string, codes: readonly CodeEntry[]): Promise<void> => {
  const items = [{ idempotencyKey: randomUUID(), title: '提案', reason: '标准更新', codeLists: [{ listId, codes: codes.map(asInput) }] }];
  const propose = 'mutation ($items: [ProposeSchemaInput!]!) { proposeSchema(items: $items) { outcomes { value { id toApprove } refusal { code field message } } } }';
  const { data } = await hub.ask<{ proposeSchema: { outcomes: { value: { id: string; toApprove: string[] } | null; refusal: object | null }[] } }>('steward', propose, { items });
  const proposed = data.proposeSchema.outcomes[0]?.value;
  if (!proposed) throw new Error(JSON.stringify(data));
  for (const kind of proposed.toApprove) {
    const approval = [{ idempotencyKey: randomUUID(), proposalId: proposed.id, kinds: [kind], reason: '同意' }];
    const asker: Asker = kind === 'CODE_ENDED' ? { identity: 'steward', user: 2 } : 'regulator-province';
    const given = await hub.ask<object>(asker, 'mutation ($items: [ApproveSchemaProposalInput!]!) { approveSchemaProposal(items: $items) { outcomes { value { id } refusal { code } } } }', { items: approval });
    expect(given.data).toEqual({ approveSchemaProposal: { outcomes: [{ value: { id: proposed.id }, refusal: null }] } });
  }
};
const publishApproved = async (listId: string, codes: readonly CodeEntry[]): Promise<Outcome> => {
  expect((await publish(listId, codes)).refusal).toMatchObject({ code: 'CODE_LIST_NOT_APPROVED', field: 'codes' });
  await approve(listId, codes);
  return publish(listId, codes);
};
const meaning = async (list: string, code: string, asOf?: string) =>
  (
    await hub.ask<{ code: { zh: string; en: string } | null }>(
      'merchant-1',
      'query ($list: ID!, $code: String!, $asOf: Date) { code(list: $list, code: $code, asOf: $asOf) { zh en validTo parent { code } successors { code } properties { name values } } }',
      { list, code, asOf },
    )
  ).data.code;

/** What owners were told last of a code list. */
const lastTold = async () => {
  const [event] = await hub.database.$queryRaw<{ receivers: string[]; told: object }[]>`
    SELECT receivers, payloads->'labs' AS told FROM kernel.event WHERE kind = 'CodeListPublished' ORDER BY position DESC LIMIT 1`;
  return event && { ...event, receivers: event.receivers.toSorted() };
};

describe('code lists (代码表, 5.4.3 c)', () => {
  it('begin with those of the hub, in Chinese and English, each hashed and signed so that anybody can verify', async () => {
    const { data } = await hub.ask<{ codeLists: { nodes: { id: string; zh: string; en: string; current: Version }[] } }>(
      'platform-1',
      '{ codeLists(first: 100) { totalCount nodes { id zh en revision current { version publishedAt contentHash content signature } } } }',
    );
    expect(data.codeLists.nodes.map(({ id }) => id)).toEqual(shipped.map(({ id }) => id).sort());
    const keys = await registryKey(hub.environment.dataDir).jwks();
    for (const { id, current } of data.codeLists.nodes) {
      expect(current.version).toBe(1);
      expect(current.content).toBe(canonicalJson(shipped.find((list) => list.id === id)));
      expect(current.contentHash).toBe(sha256(current.content));
      expect(await verifyDetached(keys, statementOf(id, current), current.signature)).toBe(true);
      // Of what it is as well, not of the content alone.
      expect(await verifyDetached(keys, statementOf(id, { ...current, version: 2 }), current.signature)).toBe(false);
    }
  });

  it('are read page by page, found by code and name, with parents and properties, in as many statements for many as for few', async () => {
    const list = async (args: string) =>
      (await hub.ask<{ codes: { totalCount: number; nodes: { code: string; zh: string }[] } }>('lab-1', `{ codes(${args}) { totalCount nodes { code zh parent { code } list { id } properties { name values } } } }`)).data.codes;
    expect((await list('list: "hazard-items"')).totalCount).toBe(31);
    expect((await list('list: "units", filter: { zh: "毫克每千克" }')).nodes).toMatchObject([{ code: 'mg/kg', properties: [{ name: 'symbol', values: ['mg/kg'] }] }]);
    expect((await list('list: "product-categories", filter: { code: ["0302"] }')).nodes).toMatchObject([{ zh: '儿童服装', parent: { code: '03' } }]);
    expect((await list('list: "data-elements", filter: { en: "unified social credit code of the producer" }')).nodes).toMatchObject([{ code: 'producerUscc' }]);
    const count = async (first: number) => (await statementsOf(() => list(`first: ${first}`))).statements.filter(({ sql }) => !sql.includes('kernel.')).length;
    expect(await count(300)).toBe(await count(3));
  });

  it('tell what a code means as of a day: a standard with its successor', async () => {
    expect(await meaning('standards', 'GB 4706.1-2005', '2026-07-31')).toMatchObject({ validTo: '2026-08-01', successors: [{ code: 'GB/T 4706.1-2024' }] });
    expect(await meaning('standards', 'GB 4706.1-2005', '2026-08-01')).toBeNull();
    expect(await meaning('standards', 'GB/T 4706.1-2024', '2026-07-31')).toBeNull();
    expect(await meaning('standards', 'GB/T 4706.1-2024')).toMatchObject({ zh: '家用和类似用途电器的安全 第1部分：通用要求' });
    const inForce = await hub.ask<{ codes: { nodes: { code: string }[] } }>('lab-1', '{ codes(list: "standards", asOf: "2026-08-01", filter: { zh: "通用要求" }) { nodes { code } } }');
    expect(inForce.data.codes.nodes.map(({ code }) => code)).toEqual(['GB/T 4706.1-2024']);
    expect(await meaning('standards', 'GB 0-1900')).toBeNull();
  });

  it('get their next version from a data steward: old records keep theirs, and whoever asks as of a day gets what was meant then', async () => {
    const { codes } = await contentOf('hazard-items');
    const next = [
      ...codes.map((code) => (code.code === 'SKIN' ? { ...code, validTo: '2027-01-01', successorCodes: ['SKIN_ALLERGY'] } : code.code === 'FALL' ? { ...code, validTo: '2027-01-01' } : code)),
      codeEntry({ code: 'SKIN_ALLERGY', zh: '皮肤过敏', en: 'skin allergy', validFrom: '2027-01-01' }),
      codeEntry({ code: 'FALL', zh: '跌落、滑倒', en: 'fall or slip', validFrom: '2027-01-01' }),
    ];
    expect(await publishApproved('hazard-items', next)).toMatchObject({ value: { revision: 2, current: { version: 2 } }, refusal: null });
    expect(await meaning('hazard-items', 'FALL', '2026-12-31')).toMatchObject({ zh: '跌落' });
    expect(await meaning('hazard-items', 'FALL', '2027-01-01')).toMatchObject({ zh: '跌落、滑倒' });
    expect(await meaning('hazard-items', 'SKIN', '2026-12-31')).toMatchObject({ successors: [{ code: 'SKIN_ALLERGY' }] });
    const [second, first] = await versions('hazard-items', 'steward');
    expect([second?.id, first?.id]).toEqual(['hazard-items@2', 'hazard-items@1']);
    expect(first?.content).toBe(canonicalJson(firstCodeLists.find(({ id }) => id === 'hazard-items')));
    expect(second).toMatchObject({ reason: '标准更新', published: { userId: 'steward.1', partyId: 'center' } });
    expect(first).toMatchObject({ published: { userId: 'service:registry', partyId: 'registry' } });
    expect(await verifyDetached(await registryKey(hub.environment.dataDir).jwks(), statementOf('hazard-items', second!), second!.signature)).toBe(true);
    const { content, contentHash, signature, publishedAt } = second as Version;
    expect(await lastTold()).toEqual({ receivers: ['exchange', 'labs', 'monitoring-center', 'platforms', 'regulator'], told: { listId: 'hazard-items', version: 2, publishedAt: new Date(publishedAt).toISOString(), contentHash, content, signature, epoch: expect.any(String) } });
  });

  it('are published by nobody else, and who did is told to the centre alone', async () => {
    const answer = await hub.ask('lab-1', 'mutation { publishCodeList(items: []) { outcomes { refusal { code } } } }');
    expect(answer.errors).toMatchObject([{ extensions: { code: 'ACT_NOT_PERMITTED' } }]);
    const seen = await hub.ask('lab-1', '{ codeList(id: "units") { current { reason published { userId } } } }');
    expect(seen).toMatchObject({ data: { codeList: { current: { published: null } } }, errors: [{ extensions: { code: 'SHARING_NOT_IN_AUDIENCE' } }] });
  });

  it('are refused where a code is gone, lacks a name, means two things at once, leads nowhere, or nothing is new', async () => {
    const { codes } = await contentOf('units');
    const [first, ...others] = codes as [CodeEntry, ...CodeEntry[]];
    const refusal = async (next: readonly CodeEntry[], changes: object = {}) => (await publish('units', next, changes)).refusal;
    expect(await refusal(others)).toMatchObject({ code: 'CODE_VANISHED', field: 'codes' });
    expect(await refusal([{ ...first, en: ' ' }, ...others])).toMatchObject({ code: 'VALUE_REQUIRED', field: 'codes.0.en' });
    expect(await refusal([{ ...first, zh: '\u200b' }, ...others])).toMatchObject({ code: 'VALUE_REQUIRED', field: 'codes.0.zh' });
    expect(await refusal([...codes, { ...first, validFrom: '2027-01-01' }])).toMatchObject({ code: 'CODE_VALIDITY_OVERLAPS', field: `codes.${codes.length}` });
    expect(await refusal([{ ...first, validFrom: '2027-01-01', validTo: '2026-01-01' }, ...others])).toMatchObject({ code: 'PERIOD_REVERSED', field: 'codes.0.validTo' });
    expect(await refusal([{ ...first, successorCodes: ['furlong'] }, ...others])).toMatchObject({ code: 'VALUE_INVALID', field: 'codes.0.successorCodes.0' });
    expect(await refusal([{ ...first, parentCode: first.code }, ...others])).toMatchObject({ code: 'VALUE_INVALID', field: 'codes.0.parentCode' });
    expect(await refusal([...codes, codeEntry({ code: `${first.code}@2027-01-01`, zh: '甲', en: 'a' })])).toMatchObject({ code: 'VALUE_INVALID', field: `codes.${codes.length}.code` });
    for (const code of [`${first.code}\u200b`, `${first.code}\u0301`, 'a＠b', 'ｍg/kg']) {
      expect([code, await refusal([...codes, codeEntry({ code, zh: '甲', en: 'a' })])]).toMatchObject([code, { code: 'VALUE_INVALID', field: `codes.${codes.length}.code` }]);
    }
    expect(await refusal(codes)).toMatchObject({ code: 'NOTHING_CHANGED', field: 'codes' });
    expect(await refusal([], { reason: 'x' })).toMatchObject({ code: 'VALUE_INVALID', field: 'codes' });
    expect(await refusal([{ ...first, zh: '百分率' }, ...others], { expectedRevision: 7 })).toMatchObject({ code: 'REVISION_CONFLICT', field: 'expectedRevision' });
    expect((await publish('no-such-list', codes)).refusal).toMatchObject({ code: 'NOT_FOUND', field: 'listId' });
    expect((await versions('units')).map(({ version }) => version)).toEqual([1]);
  });

  it('refuse a working calendar by which nobody could count', async () => {
    const { codes } = await contentOf('working-calendar');
    const year = (changes: Partial<CodeEntry> = {}, holidays = ['2027-01-01']) =>
      codeEntry({ code: '2027', zh: '2027年工作日历', en: 'working calendar of 2027', validFrom: '2027-01-01', validTo: '2028-01-01', properties: [{ name: 'holidays', values: holidays }, { name: 'makeUpDays', values: [] }], ...changes });
    const at = `codes.${codes.length}`;
    expect((await publish('working-calendar', [...codes, year({}, ['2026-01-01'])])).refusal).toMatchObject({ field: `${at}.properties.0.values.0` });
    expect((await publish('working-calendar', [...codes, year({}, ['2027-02-30'])])).refusal).toMatchObject({ field: `${at}.properties.0.values.0` });
    expect((await publish('working-calendar', [...codes, year({ properties: [] })])).refusal).toMatchObject({ field: `${at}.properties` });
    expect((await publish('working-calendar', [...codes, year({}, [])])).refusal).toMatchObject({ code: 'VALUE_INVALID', field: `${at}.properties.0.values` });
    const madeUp = (day: string) => ({ properties: [{ name: 'holidays', values: ['2027-01-01', '2027-01-02'] }, { name: 'makeUpDays', values: [day] }] });
    // A Monday, and a Saturday that is off.
    for (const day of ['2027-01-04', '2027-01-02']) expect((await publish('working-calendar', [...codes, year(madeUp(day))])).refusal).toMatchObject({ code: 'VALUE_INVALID', field: `${at}.properties.${day === '2027-01-02' ? 0 : 1}.values.${day === '2027-01-02' ? 1 : 0}` });
    expect((await publish('working-calendar', [...codes, year({ validTo: null })])).refusal).toMatchObject({ field: `${at}.validFrom` });
    expect((await publish('working-calendar', [...codes, year()])).refusal).toBeNull();
    expect(await meaning('working-calendar', '2027', '2027-06-01')).toMatchObject({ properties: [{ name: 'holidays', values: ['2027-01-01'] }, { name: 'makeUpDays', values: [] }] });
  });

  it('follow the next edition of the hub unless a steward has changed them, also where two start at once, and are signed anew where the key was lost', async () => {
    const key = registryKey(hub.environment.dataDir);
    expect(await publishFirstCodeLists(hub.database, firstCodeLists, key)).toEqual([]);
    const edition = firstCodeLists.map((list) => ({ ...list, en: `${list.en}, revised` })).filter(({ id }) => ['units', 'hazard-items'].includes(id));
    expect((await Promise.all([1, 2].map(() => publishFirstCodeLists(hub.database, edition, key)))).flat()).toEqual(['units']);
    expect((await versions('units')).map(({ version }) => version)).toEqual([2, 1]);
    const other = keyFile(join(hub.environment.dataDir, 'other-key.json'));
    await other.create();
    expect(await publishFirstCodeLists(hub.database, edition, other)).toEqual([]);
    const [latest] = await versions('units');
    expect(await verifyDetached(await other.jwks(), statementOf('units', latest!), latest!.signature)).toBe(true);
    // Who has not heard of it yet could not verify it by the lost key.
    expect((await lastTold())?.told).toMatchObject({ listId: 'units', version: 2, signature: latest?.signature });
  });

  it('lose no code by an edition of the hub that leaves one out: it is carried on, and ended', async () => {
    const key = registryKey(hub.environment.dataDir);
    const list = firstCodeLists.find(({ id }) => id === 'collection-channels')!;
    const gone = list.codes.at(-1)!.code;
    const edition = [{ ...list, codes: list.codes.slice(0, -1) }];
    expect(await publishFirstCodeLists(hub.database, edition, key)).toEqual([list.id]);
    expect((await contentOf(list.id)).codes.find(({ code }) => code === gone)).toMatchObject({ validTo: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) });
    expect(await publishFirstCodeLists(hub.database, edition, key)).toEqual([]);
  });

  it('have the regions among them, which the places follow when a steward publishes them', async () => {
    const { codes } = await contentOf('regions');
    expect(codes).toHaveLength(7229);
    expect(codes.find(({ code }) => code === '330105')).toMatchObject({ zh: '拱墅区', en: 'Gongshu Qu', parentCode: '330100', properties: [{ name: 'romanised' }] });
    const next = [...codes.map((entry) => (entry.code === '330105' ? { ...entry, validTo: '2026-06-01', successorCodes: ['330199'] } : entry)), codeEntry({ code: '330199', zh: '新拱墅区', en: 'Xin Gongshu Qu', parentCode: '330100', validFrom: '2026-06-01' })];
    expect((await publishApproved('regions', next)).refusal).toBeNull();
    const region = '{ region(code: "330105") { current successors { code } } made: region(code: "330199") { name current parent { code } } }';
    expect((await hub.ask('lab-1', region)).data).toEqual({ region: { current: false, successors: [{ code: '330199' }] }, made: { name: '新拱墅区', current: true, parent: { code: '330100' } } });
  });

  it('let a place come into force, and end, on its day and not before', async () => {
    const { codes } = await contentOf('regions');
    const next = [...codes.map((entry) => (entry.code === '330106' ? { ...entry, validTo: '2098-06-01', successorCodes: ['330198'] } : entry)), codeEntry({ code: '330198', zh: '新西湖区', en: 'Xin Xihu Qu', parentCode: '330100', validFrom: '2098-06-01' })];
    expect((await publishApproved('regions', next)).refusal).toBeNull();
    const inForce = async () => (await hub.ask<{ region: { current: boolean }; made: { current: boolean } }>('lab-1', '{ region(code: "330106") { current } made: region(code: "330198") { current } }')).data;
    const [before, after] = [{ region: { current: true }, made: { current: false } }, { region: { current: false }, made: { current: true } }];
    expect(await inForce()).toEqual(before);
    let now = new Date('2098-05-31T15:59:00Z');
    const regions = regionsOfTheDay({ database: hub.database, log: { error: console.error } as Logger, seconds: 0.05, now: () => now });
    try {
      await delay(500);
      expect(await inForce()).toEqual(before);
      now = new Date('2098-05-31T16:01:00Z');
      expect(await eventually(inForce, ({ made }) => made.current)).toEqual(after);
    } finally {
      await regions.stop();
    }
    // Who comes to a start on another day finds that day's.
    await followPublishedRegions(hub.database, '2026-11-28');
    expect(await inForce()).toEqual(before);
  });

  it('have no region but of six digits', async () => {
    const { codes } = await contentOf('regions');
    for (const code of ['33010', '3301055', '03010A', '０３０１０５']) {
      const { refusal } = await publish('regions', [...codes, codeEntry({ code, zh: '某区', en: 'Some Qu', parentCode: '330100' })]);
      expect(refusal, code).toMatchObject({ code: 'VALUE_INVALID', field: `codes.${codes.length}.code` });
    }
  });

  it('are told again, all of them, where the registry was restored: owners may have kept what does not exist any more', async () => {
    const key = registryKey(hub.environment.dataDir);
    const countTold = async () => (await hub.database.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM kernel.event WHERE kind = 'CodeListPublished'`)[0]!.count;
    await publishFirstCodeLists(hub.database, firstCodeLists, key);
    const before = await countTold();
    await hub.database.$executeRaw`UPDATE kernel.log_head SET epoch = gen_random_uuid()`;
    for (const start of ['the first', 'the next']) {
      await publishFirstCodeLists(hub.database, firstCodeLists, key);
      await publishFirstRegions(hub.database, false, key);
      expect(await countTold(), start).toBe(before + shipped.length);
    }
  });
});
