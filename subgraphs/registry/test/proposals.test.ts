import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtSchemas } from '../src/repository/built-schemas.js';
import type { RegistryDatabase } from '../src/repository/database.js';
import { registryService } from '../src/service.js';

let hub: SubgraphUnderTest<RegistryDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(registryService);
});
afterAll(() => hub.close());

const { labs = '', platforms = '' } = builtSchemas;
const withEnum = (sdl: string, name: string) => `${sdl}\n\n"A value (取值, 5.4.3 c)" enum ${name} { A }`;
/** A field of labs, and a type of platforms that it leads to: neither composes alone. */
const together = {
  labs: `${labs}\n\nextend type Query { "取值 (5.4.3 c)" beside: Beside @sharing(owner: "labs", terms: "t", class: UNCONDITIONAL, audience: [{ kinds: [LAB], basis: { kind: STATUTE, reference: "5.4.3" } }], grade: GENERAL) }\n\n"A value (取值, 5.4.3 c)" enum Beside { A }`,
  platforms: withEnum(platforms, 'Elsewhere'),
};
const narrowed = labs.replace(/( {2}cnas: Accreditation @sharing\([^\n]*?kinds: \[[A-Z_, ]*), MERCHANT\]/, '$1]');

interface Proposal {
  readonly id: string;
  readonly state: string;
  readonly revision: number;
  readonly toApprove: readonly string[];
  readonly findings: readonly { readonly kind: string; readonly severity: string; readonly message: string }[];
  readonly comments: readonly { readonly text: string }[];
  readonly versions: readonly { readonly subgraph: string; readonly version: number }[];
}
interface Answer {
  readonly status: number;
  readonly body: Proposal & { readonly errors?: readonly { readonly extensions: { readonly code: string; readonly field: string | null } }[] };
}

async function post(name: string, body: object, asker: Parameters<typeof hub.tokenOf>[0] | { readonly token: string } = 'steward'): Promise<Answer> {
  const token = typeof asker === 'object' && 'token' in asker ? asker.token : await hub.tokenOf(asker);
  const response = await fetch(new URL(`/registry/${name}`, hub.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}
const refused = ({ body }: Answer) => [body.errors?.[0]?.extensions.code, body.errors?.[0]?.extensions.field];
const propose = (changes: Readonly<Record<string, string>>, asker?: Parameters<typeof post>[2]) =>
  post('proposals', { title: '提案', reason: '依据通知', changes: Object.entries(changes).map(([subgraph, sdl]) => ({ subgraph, sdl })) }, asker);
const labsInForce = async () => {
  const { contentHash } = await hub.database.schemaVersion.findFirstOrThrow({ where: { subgraph: 'labs' }, orderBy: { version: 'desc' } });
  return (await hub.database.schemaText.findUniqueOrThrow({ where: { contentHash } })).sdl;
};
/** What is in force of labs, where clients are told of no accreditation that they counted on; it takes nothing from anybody. */
const broken = async () => (await labsInForce()).replace('  cma: Accreditation! @sharing', '  cma: Accreditation @sharing');
const versionOf = async (subgraph: string) => (await hub.database.schemaVersion.findFirstOrThrow({ where: { subgraph }, orderBy: { version: 'desc' } })).version;

describe('a proposal (5.4.3 c)', () => {
  it('that takes something from somebody is open until a regulator of the province has approved it, and changes nothing', async () => {
    expect(narrowed).not.toBe(labs);
    const before = await hub.database.schemaVersion.count();
    const { status, body } = await propose({ labs: narrowed });
    expect([status, body.state, body.toApprove]).toEqual([200, 'OPEN', ['NARROWED']]);
    const narrowing = (findings: Proposal['findings']) => findings.find(({ kind }) => kind === 'NARROWED')?.message;
    expect(narrowing(body.findings)).toContain('MERCHANT');
    const readIn = async (language: string) =>
      narrowing((await hub.ask<{ schemaProposal: Proposal }>('steward', 'query ($id: ID!) { schemaProposal(id: $id) { findings { kind message } } }', { id: body.id }, { 'accept-language': language })).data.schemaProposal.findings);
    expect(await readIn('en')).toMatch(/for MERCHANT only nothing of .*propose it/);
    expect(await readIn('zh-CN')).toMatch(/对 MERCHANT 的开放收窄为：全不可读.*请提出提案/);
    expect(refused(await post('proposal-publications', { proposalId: body.id }))).toEqual(['STATE_NOT_POSSIBLE', 'proposalId']);
    const approval = { proposalId: body.id, kinds: ['NARROWED'], reason: '依法收回' };
    for (const [asker, code] of [['steward', 'SCHEMA_APPROVAL_NOT_YOURS'], ['security', 'SCHEMA_APPROVAL_NOT_YOURS'], ['regulator-city', 'ACT_NOT_PERMITTED'], ['lab-1', 'ACT_NOT_PERMITTED']] as const) {
      expect([asker, refused(await post('proposal-approvals', approval, asker))[0]]).toEqual([asker, code]);
    }
    expect(refused(await post('proposal-approvals', { ...approval, kinds: ['WIDENED'] }, 'regulator-province'))).toEqual(['VALUE_INVALID', 'kinds.0']);
    expect(await post('proposal-approvals', approval, 'regulator-province')).toMatchObject({ status: 200, body: { state: 'APPROVED', toApprove: [] } });
    expect(await hub.database.schemaVersion.count()).toBe(before);
  }, 60_000);

  it('that is approved is what publishing its text is compared with, and is published by it', async () => {
    const version = await versionOf('labs');
    expect(refused(await post('publications', { subgraph: 'labs', sdl: withEnum(narrowed, 'Smuggled'), expectedVersion: version, reason: 'smuggled' }))[0]).toBe('SCHEMA_NOT_GREEN');
    const published = await post('publications', { subgraph: 'labs', sdl: narrowed, expectedVersion: version, reason: '按提案发布' });
    expect(published).toMatchObject({ status: 200, body: { version: version + 1 } });
    const { data } = await hub.ask<{ schemaProposals: { nodes: object[] } }>('lab-1', '{ schemaProposals(filter: { state: PUBLISHED }) { nodes { state versions { subgraph version proposal { id state } } } } }');
    expect(data.schemaProposals.nodes).toMatchObject([{ state: 'PUBLISHED', versions: [{ subgraph: 'labs', version: version + 1, proposal: { state: 'PUBLISHED' } }] }]);
  }, 60_000);

  it('of several subgraphs is published in one go', async () => {
    const base = { labs: await versionOf('labs'), platforms: await versionOf('platforms'), supergraph: await versionOf('supergraph') };
    const green = { labs: together.labs.replace(labs, narrowed), platforms: together.platforms };
    const { body } = await propose(green);
    // Nobody's approval is needed for what is only added.
    expect([body.state, body.toApprove]).toEqual(['APPROVED', []]);
    const published = await post('proposal-publications', { proposalId: body.id });
    expect([published.body.state, published.body.versions.map(({ subgraph, version }) => [subgraph, version])]).toEqual(['PUBLISHED', [['labs', base.labs + 1], ['platforms', base.platforms + 1]]]);
    expect(await versionOf('supergraph')).toBe(base.supergraph + 1);
    const latest = await hub.database.schemaVersion.findFirstOrThrow({ where: { subgraph: 'supergraph' }, orderBy: { version: 'desc' } });
    expect(latest.composedOfIds).toHaveLength(6);
  }, 60_000);

  it('against what is not in force any more is not published', async () => {
    const { body } = await propose({ platforms: withEnum(together.platforms, 'Late') });
    await post('publications', { subgraph: 'platforms', sdl: withEnum(together.platforms, 'First'), expectedVersion: await versionOf('platforms'), reason: '先行发布' });
    const before = await hub.database.schemaVersion.count();
    expect(refused(await post('proposal-publications', { proposalId: body.id }))).toEqual(['SCHEMA_VERSION_MOVED', 'proposalId']);
    expect(await hub.database.schemaVersion.count()).toBe(before);
  }, 60_000);

  it('is refused where nobody could approve it, with what is wrong', async () => {
    expect(refused(await propose({ labs: labs.replace('type Query', 'type Query2') }))).toEqual(['SCHEMA_NOT_GREEN', 'changes']);
    expect(refused(await propose({ labs: `${labs}\n\nenum Bare { A }` }))).toEqual(['SCHEMA_NOT_GREEN', 'changes']);
    expect(refused(await propose({ platforms, labs: 'type Query {' }))).toEqual(['SCHEMA_UNREADABLE', 'changes.1.sdl']);
    expect(refused(await propose({ elsewhere: labs }))).toEqual(['VALUE_INVALID', 'changes.0.subgraph']);
    expect(refused(await propose({}))).toEqual(['VALUE_INVALID', 'changes']);
    expect(refused(await propose({ labs: await labsInForce() }))).toEqual(['NOTHING_CHANGED', 'changes']);
  }, 60_000);

  it('that breaks clients is another steward’s to approve than who proposed it, and needs each approval', async () => {
    const { body } = await propose({ labs: await broken() });
    expect(body.toApprove).toEqual(['BREAKING']);
    const approval = { proposalId: body.id, kinds: ['BREAKING'], reason: '已停用' };
    expect(refused(await post('proposal-approvals', approval))[0]).toBe('SCHEMA_APPROVAL_NOT_YOURS');
    expect(await post('proposal-approvals', approval, { identity: 'steward', user: 2 })).toMatchObject({ body: { state: 'APPROVED' } });
    // Whoever proposed it may take it back.
    expect(await post('rejections', { proposalId: body.id, reason: '撤回' })).toMatchObject({ body: { state: 'REJECTED' } });
    for (const [name, more] of [['proposal-approvals', { kinds: ['BREAKING'], reason: 'x' }], ['rejections', { reason: 'x' }], ['comments', { text: 'x' }], ['proposal-publications', {}]] as const) {
      expect([name, refused(await post(name, { proposalId: body.id, ...more }, name === 'proposal-approvals' ? { identity: 'steward', user: 2 } : 'steward'))[0]]).toEqual([name, 'STATE_NOT_POSSIBLE']);
    }
  }, 60_000);

  it('that a token proposed is not for its issuer to approve, nor what it had checked, but for another steward', async () => {
    const issued = await post('tokens', { subgraph: 'labs', name: 'CI', expiresAt: new Date(Date.now() + 86_400_000).toISOString() });
    const token = String((issued.body as unknown as { token: string }).token);
    const { body } = await propose({ labs: await broken() }, { token });
    const checked = await post('checks', { subgraph: 'labs', sdl: await broken() }, { token });
    for (const [name, named] of [['proposal-approvals', { proposalId: body.id }], ['approvals', { checkId: checked.body.id }]] as const) {
      const approval = { ...named, kinds: ['BREAKING'], reason: '已停用' };
      expect([name, refused(await post(name, approval))[0]]).toEqual([name, 'SCHEMA_APPROVAL_NOT_YOURS']);
      expect([name, (await post(name, approval, { identity: 'steward', user: 2 })).status]).toEqual([name, 200]);
    }
    await post('rejections', { proposalId: body.id, reason: '撤回' });
  }, 60_000);

  it('is commented by every kind of party that runs a part, so often and no oftener, and by nobody else', async () => {
    const { body } = await propose({ regulator: withEnum(builtSchemas['regulator'] ?? '', 'Commented') });
    for (const asker of ['lab-1', 'platform-1', 'regulator-city', 'center']) expect((await post('comments', { proposalId: body.id, text: `by ${asker}` }, asker)).status).toBe(200);
    expect(refused(await post('comments', { proposalId: body.id, text: 'x' }, 'merchant-1'))[0]).toBe('ACT_NOT_PERMITTED');
    const items = Array.from({ length: 50 }, () => ({ idempotencyKey: randomUUID(), proposalId: body.id, text: 'again' }));
    const { data } = await hub.ask<{ commentSchemaProposal: { outcomes: { refusal: { code: string } | null }[] } }>(
      'lab-1', 'mutation ($items: [CommentSchemaProposalInput!]!) { commentSchemaProposal(items: $items) { outcomes { refusal { code } } } }', { items },
    );
    expect(data.commentSchemaProposal.outcomes.filter(({ refusal }) => refusal).map(({ refusal }) => refusal?.code)).toEqual(['SCHEMA_COMMENTS_FULL']);
    // Rivals do not read each other, nor who of the hub has acted.
    const read = `{ schemaProposal(id: "${body.id}") { proposed { userId partyId role } comments { text commented { partyId } } } }`;
    const { data: labsView } = await hub.ask<{ schemaProposal: { proposed: object; comments: { commented: { partyId: string } }[] } }>('lab-1', read);
    expect(labsView.schemaProposal.proposed).toEqual({ userId: '', partyId: 'center', role: 'DATA_STEWARD' });
    expect([...new Set(labsView.schemaProposal.comments.map(({ commented }) => commented.partyId))]).toEqual(['lab-1']);
    const { data: stewardsView } = await hub.ask<typeof labsView>({ identity: 'steward', role: 'DATA_STEWARD' }, read);
    expect(stewardsView.schemaProposal).toMatchObject({ proposed: { userId: 'steward.1' } });
    expect(new Set(stewardsView.schemaProposal.comments.map(({ commented }) => commented.partyId)).size).toBe(4);
    expect((await hub.ask('merchant-1', `{ schemaProposal(id: "${body.id}") { title } }`)).data).toEqual({ schemaProposal: null });
  }, 60_000);

  it('comes from an owner’s build by its token, for its subgraph alone, and is decided by none', async () => {
    const issued = await post('tokens', { subgraph: 'platforms', name: 'CI', expiresAt: new Date(Date.now() + 86_400_000).toISOString() });
    const token = String((issued.body as unknown as { token: string }).token);
    const sdl = withEnum(together.platforms, 'First');
    const proposed = await propose({ platforms: withEnum(sdl, 'ByToken') }, { token });
    expect(proposed.body.state).toBe('APPROVED');
    expect(refused(await propose({ labs: withEnum(narrowed, 'Theft') }, { token }))).toEqual(['REGISTRY_TOKEN_ELSEWHERE', 'changes.0.subgraph']);
    for (const [name, more] of [['comments', { text: 'x' }], ['rejections', { reason: 'x' }], ['proposal-publications', {}], ['proposal-approvals', { kinds: ['BREAKING'], reason: 'x' }]] as const) {
      expect([name, refused(await post(name, { proposalId: proposed.body.id, ...more }, { token }))[0]]).toEqual([name, 'REGISTRY_TOKEN_ELSEWHERE']);
    }
  }, 60_000);
});
