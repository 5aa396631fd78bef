import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { owners } from '@hub/prisma/owner.js';
import { settingName } from '@hub/kernel/service/subgraph-environment.js';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AskedHub, Asker, GraphqlAnswer } from '../src/asking/asked-hub.js';
import { freePort } from '../src/bench/free-port.js';
import { installedPeers } from '../src/bench/gateway/peers-package.js';
import { startSubjectProcess, type SubjectProcess } from '../src/bench/subject-process.js';
import { threadState } from '../src/thread/thread-state.js';
import { takeThreadStep } from '../src/thread/thread-step.js';
import { thread } from '../src/thread/thread.js';
import { hubOnClones, type HubOnClones } from './hub-on-clones.js';

const reference = await readFile(new URL('../../gateway/test/journeys/reference-query.graphql', import.meta.url), 'utf8');

let hub: HubOnClones;
let running: SubjectProcess;
let hive: AskedHub;
beforeAll(async () => {
  const peers = await installedPeers();
  hub = await hubOnClones();
  const center = await hub.tokenOf({ identity: 'center' });
  const delivered = await request(new URL('/registry/supergraph', hub.hub.subgraphs.registry), { headers: { authorization: `Bearer ${center}` } });
  const supergraph = join(hub.dataDir, 'supergraph.graphql');
  await writeFile(supergraph, await delivered.body.text());
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const command = {
    args: [
      join(peers, 'node_modules', '.bin', 'hive-gateway'),
      ...['supergraph', supergraph, '--host', '127.0.0.1', '--port', String(port)],
      ...['--config-path', join(peers, 'hive-before-hub.config.mjs'), '--hive-router-runtime'],
    ],
    variables: Object.fromEntries(owners.map((owner) => [`URL_${settingName(owner)}`, hub.hub.subgraphs[owner]])),
  };
  running = await startSubjectProcess(command, url, async () => (await post(url, undefined, '{ __typename }').catch(() => undefined))?.status === 200);
  hive = { ask: async (asker, query, variables) => post(url, await hub.tokenOf(asker), query, variables) };
}, 900_000);
afterAll(async () => {
  await running?.stop();
  await hub?.close();
}, 60_000);

async function post(url: string, token: string | undefined, query: string, variables: object = {}): Promise<GraphqlAnswer> {
  const headers = { 'content-type': 'application/json', 'accept-language': 'en', ...(token && { authorization: `Bearer ${token}` }) };
  const { statusCode, body } = await request(new URL('/graphql', url), { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  return { status: statusCode, ...((await body.json()) as object) } as GraphqlAnswer;
}

/** What a client acts upon: the data, and what was refused by which code. (Where one party stands in several places, Hive Gateway asks for it once, and tells of a refusal once.) */
function seen({ data, errors = [] }: GraphqlAnswer) {
  const refused = errors.map(({ path = [], extensions: { code, coordinate } }) => `${String(code)} ${String(coordinate ?? path.join('.'))}`);
  return { data, refused: [...new Set(refused)].sort() };
}

async function both(asker: Asker, query: string, variables?: object) {
  return { ours: seen(await hub.ask(asker, query, variables)), theirs: seen(await hive.ask(asker, query, variables)) };
}

describe('Hive Gateway in the place of the gateway, the bearer handed on', () => {
  it('carries every act of the thread through four owners, by whose act it is', async () => {
    const state = threadState('hive', 2);
    for (const step of thread) await takeThreadStep(hive, step, state);
    expect(state.monitoringDataIds).toHaveLength(2);
  }, 300_000);

  it('gives whoever asks the reference query the data that the gateway gives him, and refuses the same fields by the same codes', async () => {
    const storekeeper = await both({ identity: 'center', role: 'STOREKEEPER' }, reference, { first: 10 });
    expect(storekeeper.ours.data?.['monitoringDataList']).toMatchObject({ totalCount: 2, nodes: [{ sample: { purchase: { paymentReference: null } } }, {}] });
    expect(storekeeper.ours.refused.length).toBeGreaterThan(5);
    expect(storekeeper.theirs).toEqual(storekeeper.ours);
    for (const identity of ['regulator-province', 'platform-1', 'lab-1', 'center']) {
      const { ours, theirs } = await both({ identity }, reference, { first: 10 });
      expect(theirs, identity).toEqual(ours);
    }
  }, 60_000);

  it('keeps what nobody may see of blind buying from the platform', async () => {
    const { ours, theirs } = await both({ identity: 'platform-1' }, '{ purchases(first: 5) { totalCount nodes { orderNumber buyerName } } monitoringPlans(first: 5) { totalCount } }');
    expect(JSON.stringify(theirs.data)).not.toMatch(/orderNumber":"|totalCount":[1-9]/);
    expect(theirs).toEqual(ours);
  });

  it('refuses acts by the codes by which the gateway refuses them', async () => {
    const act = 'mutation ($items: [DecideAssessmentReportInput!]!) { decideAssessmentReport(items: $items) { outcomes { value { id } refusal { code field message } } } }';
    const items = [{ idempotencyKey: 'hive-refused', reportId: 'nothing', outcome: 'ACCEPTED' }];
    for (const asker of [{ identity: 'lab-1' }, { identity: 'regulator-province', role: 'OFFICER' }]) {
      const { ours, theirs } = await both(asker, act, { items });
      expect(theirs, asker.identity).toEqual(ours);
    }
  });

  it('gives nothing to whoever has no token', async () => {
    const { data, refused } = seen(await post(running.url, undefined, '{ region(code: "330100") { code } }'));
    expect([data?.['region'] ?? null, refused]).toEqual([null, ['UNAUTHENTICATED region']]);
  });
});
