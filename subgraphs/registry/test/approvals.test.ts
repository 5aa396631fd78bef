import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtSchemas } from '../src/repository/built-schemas.js';
import type { RegistryDatabase } from '../src/repository/database.js';
import { registryService } from '../src/service.js';

let hub: SubgraphUnderTest<RegistryDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(registryService);
});
afterAll(() => hub.close());

const { labs = '' } = builtSchemas;
const first = { identity: 'steward', user: 1 } as const;
const second = { identity: 'steward', user: 2 } as const;
/** The schema of labs with a field that may come to be empty: BREAKING, which another data steward approves. */
const broken = labs.replace('cma: Accreditation!', 'cma: Accreditation');
const brokenBeside = (name: string) => `${broken}\n\n"A value (取值, 5.4.3 c)" enum ${name} { A }`;

type Asker = Parameters<typeof hub.tokenOf>[0] | { readonly token: string };
interface Answer {
  readonly status: number;
  readonly body: {
    readonly id: string;
    readonly token?: string;
    readonly state?: string;
    readonly findings: readonly { readonly kind: string; readonly severity: string; readonly message: string }[];
    readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
  };
}

async function post(name: string, body: object, asker: Asker = first, language = 'en'): Promise<Answer> {
  const token = typeof asker === 'object' && 'token' in asker ? asker.token : await hub.tokenOf(asker);
  const response = await fetch(new URL(`/registry/${name}`, hub.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': language, authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}
const outcome = ({ status, body }: Answer) => body.errors?.[0]?.extensions.code ?? status;
const check = (sdl: string, asker?: Asker) => post('checks', { subgraph: 'labs', sdl }, asker);
const approve = (checkId: string, asker: Asker) => post('approvals', { checkId, kinds: ['BREAKING'], reason: '已停用' }, asker);
const publish = (sdl: string, asker?: Asker, language?: string) => post('publications', { subgraph: 'labs', sdl, expectedVersion: 1, reason: '发布' }, asker, language);
const tokenIssuedBy = async (asker: Asker) => ({ token: String((await post('tokens', { subgraph: 'labs', name: 'CI', expiresAt: new Date(Date.now() + 86_400_000).toISOString() }, asker)).body.token) });
const inForce = () => hub.database.schemaVersion.findFirstOrThrow({ where: { subgraph: 'labs' }, orderBy: { version: 'desc' } });

describe('an approval (5.4.3 a) is by nobody who is behind the text himself', () => {
  it('neither by who had it checked before, whoever has it checked again', async () => {
    const sdl = brokenBeside('Laundered');
    await check(sdl, first);
    for (const launderer of [second, await tokenIssuedBy(second)]) {
      const { body } = await check(sdl, launderer);
      expect(outcome(await approve(body.id, first))).toBe('SCHEMA_APPROVAL_NOT_YOURS');
    }
  }, 60_000);

  it('nor by who proposed it, in a check of the same text, nor by who had it checked, in a proposal of it', async () => {
    const [proposed, checked] = [brokenBeside('Proposed'), brokenBeside('Checked')];
    const propose = (sdl: string, asker: Asker) => post('proposals', { title: '提案', reason: '依据通知', changes: [{ subgraph: 'labs', sdl }] }, asker);
    await propose(proposed, first);
    expect(outcome(await approve((await check(proposed, second)).body.id, first))).toBe('SCHEMA_APPROVAL_NOT_YOURS');
    await check(checked, first);
    const { body } = await propose(checked, second);
    expect(outcome(await post('proposal-approvals', { proposalId: body.id, kinds: ['BREAKING'], reason: '已停用' }, first))).toBe('SCHEMA_APPROVAL_NOT_YOURS');
  }, 60_000);

  it('and does not count where who approved publishes it, himself or by a token, or has it checked later: who must approve it is told', async () => {
    const sdl = brokenBeside('Published');
    const { body } = await check(sdl, first);
    expect(outcome(await approve(body.id, second))).toBe(200);
    const before = await inForce();
    for (const publisher of [second, await tokenIssuedBy(second)]) expect(outcome(await publish(sdl, publisher))).toBe('SCHEMA_APPROVAL_UNCOUNTED');
    const { message = '' } = (await publish(sdl, second, 'zh-CN')).body.errors?.[0] ?? {};
    expect(message).toMatch(/BREAKING 类变更仅由 steward\.2 批准，不计：提交检查、提出或发布该文本者不得批准。请由与该文本无关的 MONITORING_CENTER DATA_STEWARD 批准/);
    const { findings } = (await check(sdl, second)).body;
    expect(findings.find(({ kind }) => kind === 'BREAKING')).toMatchObject({ severity: 'ERROR', message: expect.stringContaining('The approval of steward.2 does not count') as unknown });
    expect(outcome(await publish(sdl, first))).toBe('SCHEMA_APPROVAL_UNCOUNTED');
    expect(await inForce()).toEqual(before);
  }, 60_000);

  it('nor in a proposal that its approver publishes', async () => {
    const { body } = await post('proposals', { title: '提案', reason: '依据通知', changes: [{ subgraph: 'labs', sdl: brokenBeside('Together') }] }, first);
    await post('proposal-approvals', { proposalId: body.id, kinds: ['BREAKING'], reason: '已停用' }, second);
    expect(outcome(await post('proposal-publications', { proposalId: body.id }, second))).toBe('SCHEMA_APPROVAL_UNCOUNTED');
    expect((await post('proposal-publications', { proposalId: body.id }, first)).body.state).toBe('PUBLISHED');
    expect((await inForce()).contentHash).toBe(sha256(brokenBeside('Together')));
  }, 60_000);
});
