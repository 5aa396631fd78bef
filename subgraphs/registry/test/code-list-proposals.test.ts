import { randomUUID } from 'node:crypto';
import { subgraphUnderTest, type Asker, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { codeEntry, type CodeEntry, type CodeListContent } from '@hub/schema/code-lists/code-list.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtSchemas } from '../src/repository/built-schemas.js';
import type { RegistryDatabase } from '../src/repository/database.js';
import { registryService } from '../src/service.js';

let hub: SubgraphUnderTest<RegistryDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(registryService);
});
afterAll(() => hub.close());

interface Finding {
  readonly kind: string;
  readonly severity: string;
  readonly owners: readonly string[];
  readonly message: string;
}
interface Proposal {
  readonly id: string;
  readonly state: string;
  readonly toApprove: readonly string[];
  readonly findings: readonly Finding[];
  readonly codeLists: readonly { readonly listId: string; readonly baseVersion: number; readonly keptBy: readonly string[]; readonly fields: readonly string[] }[];
  readonly codeListTexts: readonly { readonly listId: string; readonly before: string; readonly after: string }[];
  readonly codeListVersions: readonly { readonly id: string; readonly version: number; readonly list: { readonly id: string } }[];
}
interface Answer {
  readonly status: number;
  readonly body: Proposal & { readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string; readonly field: string | null } }[] };
}

async function send(method: string, path: string, body: object | undefined, asker: Asker | { readonly token: string } = 'steward', language = 'en'): Promise<Answer> {
  const token = typeof asker === 'object' && 'token' in asker ? asker.token : await hub.tokenOf(asker);
  const response = await fetch(new URL(`/registry/${path}`, hub.url), {
    method,
    headers: { 'accept-language': language, ...(body && { 'content-type': 'application/json' }), authorization: `Bearer ${token}` },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}
const post = (path: string, body: object, asker?: Parameters<typeof send>[3]) => send('POST', path, body, asker);
const refused = ({ body }: Answer) => [body.errors?.[0]?.extensions.code, body.errors?.[0]?.extensions.field];
const propose = (codeLists: Readonly<Record<string, readonly CodeEntry[]>>, more: object = {}, asker?: Parameters<typeof send>[3]) =>
  post('proposals', { title: '提案', reason: '依据通知', codeLists: Object.entries(codeLists).map(([listId, codes]) => ({ listId, codes })), ...more }, asker);
const approve = (proposalId: string, kind: string, asker?: Parameters<typeof send>[3]) => post('proposal-approvals', { proposalId, kinds: [kind], reason: '同意' }, asker);
const otherSteward: Asker = { identity: 'steward', user: 2 };

const current = async (listId: string) => {
  const { currentId, revision } = await hub.database.codeList.findUniqueOrThrow({ where: { id: listId } });
  const { contentHash, version } = await hub.database.codeListVersion.findUniqueOrThrow({ where: { id: currentId } });
  const { content } = await hub.database.codeListContent.findUniqueOrThrow({ where: { contentHash } });
  return { codes: (JSON.parse(content) as CodeListContent).codes, version, revision };
};
const publish = async (listId: string, codes: readonly CodeEntry[], asker: Asker = 'steward') => {
  const item = { idempotencyKey: randomUUID(), listId, expectedRevision: (await current(listId)).revision, reason: '标准更新', codes };
  const { data } = await hub.ask<{ publishCodeList: { outcomes: { refusal: { code: string; field: string; message: string } | null }[] } }>(
    asker, 'mutation ($items: [PublishCodeListInput!]!) { publishCodeList(items: $items) { outcomes { refusal { code field message } } } }', { items: [item] },
  );
  return data.publishCodeList.outcomes[0]?.refusal;
};
const ended = (codes: readonly CodeEntry[], code: string) => codes.map((entry) => (entry.code === code ? { ...entry, validTo: '2098-01-01' } : entry));

describe('a code list that is proposed (5.4.3 c)', () => {
  it('with codes more needs nobody’s approval, and is published from the proposal, which the version names', async () => {
    const { codes } = await current('units');
    const { status, body } = await propose({ units: [...codes, codeEntry({ code: 'mol', zh: '摩尔', en: 'mole' })] });
    expect([status, body.state, body.toApprove]).toEqual([200, 'APPROVED', []]);
    expect(body.findings).toMatchObject([{ kind: 'CODE_ADDED', severity: 'WARNING', message: expect.stringContaining('mol (mole)') as unknown }]);
    expect(body.findings[0]?.owners.toSorted()).toEqual(['exchange', 'labs', 'monitoring-center', 'platforms', 'regulator']);
    const published = await post('proposal-publications', { proposalId: body.id });
    expect(published.body).toMatchObject({ state: 'PUBLISHED', codeListVersions: [{ id: 'units@2', version: 2, list: { id: 'units' } }] });
    const { data } = await hub.ask<object>('lab-1', '{ codeList(id: "units") { current { version reason proposal { id title } } } }');
    expect(data).toEqual({ codeList: { current: { version: 2, reason: '提案', proposal: { id: body.id, title: '提案' } } } });
  });

  it('that ends a code waits for another data steward than who proposed it', async () => {
    const { codes } = await current('hazard-items');
    const next = ended(codes, 'SKIN');
    const { body } = await propose({ 'hazard-items': next });
    expect([body.state, body.toApprove]).toEqual(['OPEN', ['CODE_ENDED']]);
    expect(refused(await post('proposal-publications', { proposalId: body.id }))).toEqual(['STATE_NOT_POSSIBLE', 'proposalId']);
    for (const asker of ['steward', 'security', 'regulator-province'] as const) expect([asker, refused(await approve(body.id, 'CODE_ENDED', asker))[0]]).toEqual([asker, 'SCHEMA_APPROVAL_NOT_YOURS']);
    expect(await publish('hazard-items', next)).toMatchObject({ code: 'CODE_LIST_NOT_APPROVED', field: 'codes', message: expect.stringContaining('SKIN') as unknown });
    expect(await approve(body.id, 'CODE_ENDED', otherSteward)).toMatchObject({ body: { state: 'APPROVED' } });
    // Who has approved it does not publish it, and who has proposed one does not approve it where another proposes it too.
    expect(await publish('hazard-items', next, otherSteward)).toMatchObject({ code: 'SCHEMA_APPROVAL_UNCOUNTED' });
    expect(refused(await post('proposal-publications', { proposalId: body.id }, otherSteward))).toEqual(['SCHEMA_APPROVAL_UNCOUNTED', 'proposalId']);
    const twice = { 'hazard-items': ended(codes, 'FALL') };
    await propose(twice);
    expect(refused(await approve((await propose(twice, {}, otherSteward)).body.id, 'CODE_ENDED'))[0]).toBe('SCHEMA_APPROVAL_NOT_YOURS');
    // Just this version and no other.
    expect(await publish('hazard-items', ended(next, 'FALL'))).toMatchObject({ code: 'CODE_LIST_NOT_APPROVED' });
    expect(await publish('hazard-items', next)).toBeNull();
    const { body: after } = await send('GET', `proposals/${body.id}`, undefined);
    expect(after).toMatchObject({ state: 'PUBLISHED', codeListVersions: [{ id: 'hazard-items@2' }] });
  });

  it('that has a code say something else waits for a regulator of the province, and shows what would change, and for whom', async () => {
    const { codes, version } = await current('data-elements');
    const next = codes.map((entry) => (entry.code === 'quantity' ? { ...entry, zh: '数量（件）', en: 'quantity in pieces' } : entry));
    const { body } = await propose({ 'data-elements': next });
    expect([body.state, body.toApprove]).toEqual(['OPEN', ['CODE_CHANGED']]);
    expect(body.codeLists).toMatchObject([{ listId: 'data-elements', baseVersion: version, fields: expect.arrayContaining(['Sample.quantity']) as unknown }]);
    expect(body.findings[0]?.message).toMatch(/quantity in pieces.*its name.*regulator of the province.*Sample\.quantity/);
    const { body: shown } = await send('GET', `proposals/${body.id}`, undefined, 'lab-1', 'zh-CN');
    expect(shown.findings[0]?.message).toMatch(/数量（件）.*名称.*省级监管部门.*Sample\.quantity/);
    const [text] = shown.codeListTexts;
    expect(text?.after).toMatch(/^enum "data-elements" {\n {2}"数量（件） \(quantity in pieces\)"\n {2}quantity/);
    // Only what changes.
    expect([text?.before.split('\n').length, text?.before]).toEqual([text?.after.split('\n').length, expect.not.stringContaining('producerUscc') as unknown]);
    expect((await post('comments', { proposalId: body.id, text: '我单位的样品数量以千克计。' }, 'lab-1')).status).toBe(200);
    expect(refused(await approve(body.id, 'CODE_CHANGED', otherSteward))[0]).toBe('SCHEMA_APPROVAL_NOT_YOURS');
    expect(await approve(body.id, 'CODE_CHANGED', 'regulator-province')).toMatchObject({ body: { state: 'APPROVED' } });
    expect((await post('proposal-publications', { proposalId: body.id })).body.state).toBe('PUBLISHED');
  });

  it('against what is not in force any more is not published, and changes nothing', async () => {
    const { codes } = await current('units');
    const { body } = await propose({ units: [...codes, codeEntry({ code: 'cd', zh: '坎德拉', en: 'candela' })] });
    expect(await publish('units', [...codes, codeEntry({ code: 'kat', zh: '开特', en: 'katal' })])).toBeNull();
    const versions = await hub.database.codeListVersion.count();
    const moved = await post('proposal-publications', { proposalId: body.id });
    expect(refused(moved)).toEqual(['SCHEMA_VERSION_MOVED', 'proposalId']);
    expect(moved.body.errors?.[0]?.message).toMatch(/^Version 3 of code list units is in force, not 2:/);
    expect(await hub.database.codeListVersion.count()).toBe(versions);
  });

  it('goes with schemas in one proposal, and both come into force in one go or not at all', async () => {
    const { codes } = await current('units');
    const changes = [{ subgraph: 'platforms', sdl: `${builtSchemas['platforms'] ?? ''}\n\n"A value (取值, 5.4.3 c)" enum WithUnits { A }` }];
    const { body } = await propose({ units: [...codes, codeEntry({ code: 'Wb', zh: '韦伯', en: 'weber' })] }, { changes });
    expect([body.state, body.toApprove]).toEqual(['APPROVED', []]);
    // Neither half is published by itself as if it were the whole.
    expect(refused(await post('publications', { ...changes[0], expectedVersion: 1, reason: '发布' }))[0]).toBeUndefined();
    expect((await send('GET', `proposals/${body.id}`, undefined)).body.state).toBe('APPROVED');
    const versions = await hub.database.codeListVersion.count();
    expect(refused(await post('proposal-publications', { proposalId: body.id }))[0]).toBe('SCHEMA_VERSION_MOVED');
    expect(await hub.database.codeListVersion.count()).toBe(versions);
    const again = await propose({ units: [...codes, codeEntry({ code: 'Wb', zh: '韦伯', en: 'weber' })] }, { changes: [{ subgraph: 'platforms', sdl: `${changes[0]?.sdl ?? ''}\n\n"A value (取值, 5.4.3 c)" enum Twice { A }` }] });
    expect((await post('proposal-publications', { proposalId: again.body.id })).body).toMatchObject({ state: 'PUBLISHED', codeListVersions: [{ list: { id: 'units' } }] });
  }, 60_000);

  it('is refused where it is no list, named twice, the same, wrong inside, or an owner’s build proposes it', async () => {
    const { codes } = await current('units');
    expect(refused(await propose({ 'no-such-list': codes }))).toEqual(['VALUE_INVALID', 'codeLists.0.listId']);
    expect(refused(await propose({ units: codes }))).toEqual(['NOTHING_CHANGED', 'codeLists.0.codes']);
    expect(refused(await propose({ units: codes.slice(1) }))).toEqual(['CODE_VANISHED', 'codeLists.0.codes']);
    expect(refused(await propose({ units: [{ ...codes[0], en: ' ' } as CodeEntry, ...codes.slice(1)] }))).toEqual(['VALUE_REQUIRED', 'codeLists.0.codes.0.en']);
    const more = [...codes, codeEntry({ code: 'Gy', zh: '戈瑞', en: 'gray' })];
    expect(refused(await propose({}, { codeLists: [{ listId: 'units', codes: more }, { listId: 'units', codes: more }] }))).toEqual(['VALUE_INVALID', 'codeLists.1.listId']);
    expect(refused(await propose({}))).toEqual(['VALUE_INVALID', 'changes']);
    const issued = await post('tokens', { subgraph: 'labs', name: 'CI', expiresAt: new Date(Date.now() + 86_400_000).toISOString() });
    const token = String((issued.body as unknown as { token: string }).token);
    expect(refused(await propose({ units: ended(codes, 'kg') }, {}, { token }))).toEqual(['REGISTRY_TOKEN_ELSEWHERE', 'codeLists']);
  });
});
