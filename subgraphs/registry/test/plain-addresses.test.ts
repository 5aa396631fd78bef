import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegistryDatabase } from '../src/repository/database.js';
import { requireSteward, requireSubgraph } from '../src/repository/require-subgraph.js';
import { registryService } from '../src/service.js';

let hub: SubgraphUnderTest<RegistryDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(registryService);
});
afterAll(() => hub.close());

interface Answer {
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** What a question or an act at a plain address is answered, by a data steward. */
async function answerTo(path: string, { body, language = 'en' }: { readonly body?: object; readonly language?: string } = {}): Promise<{ readonly status: number; readonly answer: Answer }> {
  const response = await fetch(new URL(path, hub.url), {
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
    headers: { authorization: `Bearer ${await hub.tokenOf('steward')}`, 'accept-language': language, ...(body && { 'content-type': 'application/json' }) },
  });
  return { status: response.status, answer: (await response.json()) as Answer };
}

async function ask(path: string, body?: object): Promise<{ readonly status: number; readonly code: unknown }> {
  const { status, answer } = await answerTo(path, body && { body });
  return { status, code: answer.errors?.[0]?.extensions.code };
}

describe('what is asked at the registry’s plain addresses', () => {
  it('is answered as a fault where the registry is at fault', async () => {
    const rename = (from: string, to: string) => hub.database.$executeRawUnsafe(`ALTER TABLE ${from} RENAME TO ${to}`);
    await rename('schema_version', 'schema_version_away');
    const paths = ['/registry/versions', '/registry/versions/labs/1', '/registry/versions/labs/latest'];
    const faults = await Promise.all(paths.map((path) => ask(path))).finally(() => rename('schema_version_away', 'schema_version'));
    expect(faults).toEqual(paths.map(() => ({ status: 500, code: 'INTERNAL_SERVER_ERROR' })));
    expect((await ask('/registry/versions/labs/1')).status).toBe(200);
  }, 60_000);

  it.each([
    '/registry/versions/labs/99999999999', '/registry/versions/la%00bs/1', '/registry/versions?subgraph=%00', '/registry/versions?subgraph=labs&first=0', '/registry/proposals/%00', '/registry/exceptions?subgraph=%00',
    '/registry/operations/registered?client=%00', '/registry/usage?subgraph=%00', '/registry/usage?subgraph=labs&days=99999999999',
  ])('is answered as wrong where no number or name can be so: %s', async (path) => {
    expect(await ask(path)).toEqual({ status: 400, code: 'REQUEST_INVALID' });
  });

  it('is answered as wrong where an act names a version that none can be', async () => {
    expect(await ask('/registry/promotions', { versionId: 'x', expectedVersion: 99_999_999_999, reason: 'back' })).toEqual({ status: 400, code: 'REQUEST_INVALID' });
  });

  it('is told which part of it is wrong, and what to do, in the language that is asked for', async () => {
    const wrong = { idempotencyKey: 'k', versionId: 'x', expectedVersion: '1', why: 'none' };
    for (const [language, words] of [
      ['en', /expectedVersion: Invalid input: expected number, received string; reason: .*received undefined; Unrecognized key: "why"\. Nothing was done\. Correct what is named/],
      ['zh-CN', /expectedVersion：无效输入：期望 数字，实际接收 string；reason：.*；出现未知的键\(key\): "why"。未执行任何操作。请更正所列内容/],
    ] as const) {
      const { status, answer } = await answerTo('/registry/promotions', { body: wrong, language });
      expect([status, answer.errors?.[0]?.message]).toEqual([400, expect.stringMatching(words)]);
    }
  });

  it('is told what is wrong with the form that it comes nearest to', async () => {
    const told = async (search: string) => (await answerTo(`/registry/usage?${search}`)).answer.errors?.[0]?.message;
    expect(await told('subgraph=labs&show=SOME')).toMatch(/takes it: show: Invalid option: expected one of "ALL"\|"UNUSED"\|"DEPRECATED_AND_USED"\. /);
    expect(await told('coordinate=%00')).toMatch(/takes it: coordinate: has a character that no name has \(NUL\)\. /);
  });

  it.each(['/registry/versions/labs/77', '/registry/versions/nosuch/latest', '/registry/proposals/nosuch', '/registry/usage?subgraph=nosuch'])('is answered as not there in the language that is asked for: %s', async (path) => {
    for (const [language, words] of [['en', /^There is no .*(nosuch|labs 77)/], ['zh-CN', /^没有您可在此指明的 .*(nosuch|labs 77)/]] as const) {
      expect(await answerTo(path, { language })).toEqual({ status: 404, answer: { errors: [{ message: expect.stringMatching(words) as unknown, extensions: { code: 'NOT_FOUND' } }] } });
    }
  });
});

it('a registry token that was revoked after the request came is told as refused, not as for another subgraph', async () => {
  const caller: Caller = { userId: 'registry-token:revoked', partyId: 'center', kind: 'MONITORING_CENTER', regionCode: '', role: 'DATA_STEWARD' };
  const refused = { code: 'REGISTRY_TOKEN_REFUSED' };
  await expect(hub.database.$transaction((tx) => requireSubgraph(tx, caller, 'labs'))).rejects.toMatchObject(refused);
  await expect(hub.database.$transaction((tx) => requireSteward(tx, caller, 'checkId'))).rejects.toMatchObject(refused);
});
