import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { verifyDetached } from '@hub/kernel/identity/detached-signature.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest, type Asker, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import type { RegistryDatabase } from '@hub/registry/repository/database.js';
import { registryService } from '@hub/registry/service.js';
import { sdl as labsSdl } from '@hub/schema/generated/labs.js';
import { supergraphSdl } from '@hub/schema/generated/supergraph.js';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatewayUnderTest, type GatewayUnderTest } from './gateway-under-test.js';
import { labsRolledOut, newLabsSdl, type LabsRolledOut } from './labs-rolled-out.js';

let registry: SubgraphUnderTest<RegistryDatabase>;
let hub: GatewayUnderTest;
let labs: LabsRolledOut;
beforeAll(async () => {
  registry = await subgraphUnderTest(registryService);
  labs = await labsRolledOut();
  const { dataDir } = registry.environment;
  hub = await gatewayUnderTest([], { supergraph: supergraphSdl, dataDir, subgraphs: { registry: registry.url, labs: labs.url }, upstreamTimeout: 20_000 });
});
afterAll(async () => {
  await hub.close();
  await labs.close();
  await registry.close();
});

it('the gateway runs on what the registry publishes, and leads to it', async () => {
  const authorization = `Bearer ${await registry.tokenOf('center')}`;
  const { data } = await hub.ask('{ region(code: "330100") { code name } }', { headers: { authorization } });
  expect(data).toMatchObject({ region: { code: '330100' } });

  const keys = await request(new URL('/registry/keys', hub.url));
  const delivered = await request(new URL('/registry/supergraph', hub.url), { headers: { authorization } });
  const sdl = await delivered.body.text();
  expect(sdl).toBe(supergraphSdl);
  const jwks = (await keys.body.json()) as Parameters<typeof verifyDetached>[0];
  expect(await verifyDetached(jwks, sdl, String(delivered.headers['x-hub-signature']))).toBe(true);
});

it('the gateway swaps to each schema that is published, and back to an older one that is brought back; whoever asks meanwhile is answered rightly, every time', async () => {
  const { post, headers } = await steward();
  const expected = { status: 200, data: { region: { code: '330100', name: '杭州市' } } };
  const asked = { times: 0, wrong: [] as unknown[] };
  let publishing = true;
  const ask = async () => {
    for (; publishing && asked.times < 50_000; asked.times += 1) {
      const answer = await hub.ask('{ region(code: "330100") { code name } }', { headers }).catch(String);
      if (!isDeepStrictEqual(answer, expected)) asked.wrong.push(answer);
    }
  };
  const asking = Promise.all(Array.from({ length: 4 }, ask));
  const swapped = (type: string, there: boolean) => eventually(() => hub.ask(`{ __type(name: "${type}") { name } }`, { headers }), ({ data }) => (data?.['__type'] != null) === there);
  const added = `${labsSdl}\n\n"A value (取值, 5.4.3 c)" enum Added { A }\n\nextend type Query { "取值 (5.4.3 c)" added: Added @sharing(owner: "labs", terms: "t", class: UNCONDITIONAL, audience: [{ kinds: [LAB], basis: { kind: STATUTE, reference: "5.4.3" } }], grade: GENERAL) }`;
  for (const [version, type, sdl] of [[2, 'Added', added], [3, 'Beside', `${added}\n\n"A value (取值, 5.4.3 c)" enum Beside { A }`]] as const) {
    expect(await post('publications', { subgraph: 'labs', sdl, expectedVersion: version - 1, reason: 'a test' })).toMatchObject({ version });
    await swapped(type, true);
  }
  const listed = await request(new URL('/registry/versions?subgraph=labs', registry.url), { headers });
  const { nodes } = (await listed.body.json()) as { nodes: { id: string }[] };
  // It undoes more than the last publication: what that takes from clients another steward approves.
  const check = await post('checks', { subgraph: 'labs', sdl: labsSdl });
  await post('approvals', { checkId: check.id, kinds: ['BREAKING'], reason: '未启用' }, { identity: 'steward', user: 2 });
  expect(await post('promotions', { versionId: nodes.at(-1)?.id, expectedVersion: 3, reason: 'back' })).toMatchObject({ version: 4 });
  await swapped('Added', false);
  publishing = false;
  await asking;
  expect(asked.wrong.slice(0, 3)).toEqual([]);
  expect(asked.times).toBeGreaterThan(100);
}, 60_000);

describe('while labs run old and new code at once, behind one gateway (a roll-out)', () => {
  const denied = (name: string) => [`lab.${name} SHARING_NOT_IN_AUDIENCE`];
  const asked = async (asker: string, query: string) => {
    const { data, errors = [] } = await hub.ask(query, { headers: { authorization: `Bearer ${await registry.tokenOf(asker)}` } });
    return { data, errors: errors.map(({ path, extensions }) => [path?.join('.'), extensions.code].filter(Boolean).join(' ')) };
  };
  /** What the merchant and the lab hear in both turns, each answer once. */
  const heard = async (asker: string, query: string) => {
    const answers = [];
    for (let times = 0; times < 4; times += 1) answers.push(JSON.stringify(await asked(asker, query)));
    return [...new Set(answers)].sort().map((answer) => JSON.parse(answer) as unknown);
  };
  const running = async () => {
    const query = '{ runningSchemas { service version builtVersion current differing } }';
    const { data } = await registry.ask<{ runningSchemas: { service: string; builtVersion: number | null }[] }>('steward', query);
    return data.runningSchemas.filter(({ service }) => service === 'labs').sort((a, b) => Number(a.builtVersion) - Number(b.builtVersion));
  };
  const register = '{ lab(id: "lab-1") { id cnas { certificateNumber } scope { itemCode } } }';
  const remark = '{ lab(id: "lab-1") { id remark } }';
  const cnas = { certificateNumber: expect.any(String) as string };
  const scope = expect.arrayContaining([{ itemCode: expect.any(String) as string }]) as unknown;
  const asOld = { data: { lab: { id: 'lab-1', cnas, scope: null } }, errors: denied('scope') };
  const asNew = { data: { lab: { id: 'lab-1', cnas: null, scope } }, errors: denied('cnas') };
  let version: number;
  let renewed: string;

  it('both answer by the terms in force, which are those of the old code: what new code has besides or opens is nobody’s yet', async () => {
    const { post, headers } = await steward();
    const { nodes } = (await (await request(new URL('/registry/versions?subgraph=labs', registry.url), { headers })).body.json()) as { nodes: { id: string; version: number }[] };
    ({ version } = await post('promotions', { versionId: nodes.at(-1)?.id, expectedVersion: nodes[0]?.version, reason: 'as the old code has it' }));
    renewed = (await labs.start(registry)).renewed.url;
    await eventually(running, (processes) => processes.length === 2 && processes.every((process) => (process as { version?: unknown }).version === version));
    expect(await running()).toEqual([
      { service: 'labs', version, builtVersion: null, current: true, differing: 3 },
      { service: 'labs', version, builtVersion: version, current: true, differing: 0 },
    ]);
    expect(await heard('merchant-1', register)).toEqual([asOld]);
    expect((await asked('lab-1', remark)).errors).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    const authorization = `Bearer ${await registry.tokenOf('lab-1')}`;
    const direct = await request(new URL('/graphql', renewed), { method: 'POST', headers: { 'content-type': 'application/json', authorization }, body: JSON.stringify({ query: remark }) });
    expect(await direct.body.json()).toMatchObject({ data: { lab: { id: 'lab-1', remark: null } }, errors: [{ extensions: { code: 'SHARING_NO_TERMS' } }] });
  }, 120_000);

  it('both take up what is published for the new code: whoever asks meanwhile hears the one or the other, and what old code lacks is told as such', async () => {
    const { post } = await steward();
    const check = await post('checks', { subgraph: 'labs', sdl: newLabsSdl });
    await post('approvals', { checkId: check.id, kinds: ['NARROWED'], reason: '依据通知' }, 'regulator-province');
    await post('approvals', { checkId: check.id, kinds: ['WIDENED'], reason: '不涉敏感信息' }, 'security');
    let publishing = true;
    const meanwhile: unknown[] = [];
    const asking = (async () => {
      // Now and then: what is asked without a pause takes the connections from those who take the schema up.
      for (; publishing; await delay(50)) meanwhile.push(await asked('merchant-1', register));
    })();
    expect(await post('publications', { subgraph: 'labs', sdl: newLabsSdl, expectedVersion: version, reason: 'for the new code' })).toMatchObject({ version: (version += 1) });
    await eventually(running, (processes) => processes.every((process) => (process as { version?: unknown }).version === version));
    await eventually(() => asked('lab-1', remark), ({ errors }) => !errors.includes('GRAPHQL_VALIDATION_FAILED'));
    publishing = false;
    await asking;
    for (const answer of meanwhile) expect([asOld, asNew]).toContainEqual(answer);
    expect(await running()).toEqual([
      { service: 'labs', version, builtVersion: version - 1, current: true, differing: 3 },
      { service: 'labs', version, builtVersion: version, current: true, differing: 0 },
    ]);
    expect(await heard('merchant-1', register)).toEqual([asNew]);
    const outOfStep = { data: { lab: null }, errors: ['UPSTREAM_OUT_OF_STEP'] };
    expect(await heard('lab-1', remark)).toEqual([outOfStep, { data: { lab: { id: 'lab-1', remark: '公正' } }, errors: [] }]);
    expect(await heard('merchant-1', remark)).toEqual([outOfStep, { data: { lab: { id: 'lab-1', remark: null } }, errors: denied('remark') }]);
  }, 120_000);

  it('the process that is stopped is told no more at once, and the new one answers alone, by the old terms too when they are brought back', async () => {
    await labs.stopOld();
    expect(await running()).toEqual([{ service: 'labs', version, builtVersion: version, current: true, differing: 0 }]);
    expect(await heard('lab-1', remark)).toEqual([{ data: { lab: { id: 'lab-1', remark: '公正' } }, errors: [] }]);
    const { post, headers } = await steward();
    const { nodes } = (await (await request(new URL('/registry/versions?subgraph=labs', registry.url), { headers })).body.json()) as { nodes: { id: string }[] };
    expect(await post('promotions', { versionId: nodes[1]?.id, expectedVersion: version, reason: 'back' })).toMatchObject({ version: version + 1 });
    await eventually(running, (processes) => processes.every((process) => (process as { version?: unknown }).version === version + 1));
    expect(await heard('merchant-1', register)).toEqual([asOld]);
  }, 120_000);
});

/** What a data steward does at the registry, or somebody else. */
async function steward() {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${await registry.tokenOf('steward')}` };
  const post = async (name: string, body: object, asker: Asker = 'steward') => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await registry.tokenOf(asker)}` };
    const answer = await request(new URL(`/registry/${name}`, registry.url), { method: 'POST', headers, body: JSON.stringify(body) });
    return (await answer.body.json()) as { id: string; version: number };
  };
  return { headers, post };
}
