import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mintUserToken } from '@hub/kernel/identity/development-issuer.js';
import { settingName } from '@hub/kernel/service/subgraph-environment.js';
import { recordStatements } from '@hub/prisma/clients/record-statements.js';
import { owners } from '@hub/prisma/owner.js';
import { demoIdentities } from '@hub/prisma/seed/demo-participants.js';
import { cloneDatabase, type ClonedDatabase } from '@hub/prisma/test-databases/clone-database.js';
import { Kind, parse, visit } from 'graphql';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Asker, GraphqlAnswer } from '../../gateway/test/journeys/journey-hub.js';
import { threadState, threadSteps } from '../../gateway/test/journeys/thread.js';
import { readEnvironment } from '../src/environment.js';
import { startHub, type Hub } from '../src/start/start-hub.js';

const query = await readFile(new URL('../../gateway/test/journeys/reference-query.graphql', import.meta.url), 'utf8');
const storekeeper: Asker = { identity: 'center', role: 'STOREKEEPER' };

let dataDir: string;
let hub: Hub;
const clones: ClonedDatabase[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'hub-reference-'));
  const urls: Record<string, string> = {};
  for (const owner of owners) {
    const clone = await cloneDatabase(owner);
    clones.push(clone);
    urls[`DATABASE_URL_${settingName(owner)}`] = clone.url;
  }
  const environment = readEnvironment({ ...urls, PORT: '0', HUB_DATA_DIR: dataDir, LOG_LEVEL: 'warn' });
  hub = await startHub(environment, { separate: false, stopping: new AbortController().signal, say: () => undefined });
  const catalogue = await ask({ identity: 'platform-1' }, '{ listings(first: 100) { nodes { itemId } } }');
  const listings = (catalogue.data?.['listings'] as unknown as { nodes: { itemId: string }[] }).nodes.map(({ itemId }) => itemId);
  const state = threadState('reference', 100, listings);
  for (const step of threadSteps) await step.run({ ask }, state);
}, 180_000);

afterAll(async () => {
  await hub?.stop();
  for (const clone of clones) await clone.drop();
  await rm(dataDir, { recursive: true, force: true });
}, 60_000);

async function ask({ identity, role, user = 1 }: Asker, text: string, variables: object = {}): Promise<GraphqlAnswer> {
  const known = demoIdentities.find(({ name }) => name === identity);
  const token = await mintUserToken(dataDir, {
    userId: `${identity}.${user}`,
    partyId: known?.partyId ?? '',
    role: role ?? known?.defaultRole ?? '',
  });
  const response = await request(`${hub.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'accept-language': 'en' },
    body: JSON.stringify({ query: text, variables }),
  });
  return { status: response.statusCode, ...((await response.body.json()) as object) } as GraphqlAnswer;
}

/** The owners' statements that read: what inboxes write may go on beside any query. */
async function statementsOf(first: number): Promise<{ answer: GraphqlAnswer; statements: string[] }> {
  const { result, statements } = await recordStatements(() => ask(storekeeper, query, { first }));
  return { answer: result, statements: statements.map(({ sql }) => sql).filter((sql) => /^SELECT .* FROM "public"/s.test(sql)) };
}

describe('the reference query across the owners', () => {
  it('asks for at least 40 values, a third of them refused or masked for the caller, and is answered in one request', async () => {
    let values = 0;
    visit(parse(query), { Field: (node) => void (node.kind === Kind.FIELD && !node.selectionSet && (values += 1)) });
    const { answer } = await statementsOf(100);
    expect(answer.status).toBe(200);
    const page = answer.data?.['monitoringDataList'] as unknown as { totalCount: number; nodes: Record<string, unknown>[] };
    expect(page.nodes).toHaveLength(100);
    expect(page.nodes[0]).toMatchObject({
      plan: { number: expect.stringMatching(/^JH-/), budget: null, reports: [{ decision: { outcome: 'ACCEPTED' } }] },
      sample: {
        purchase: { buyerName: '王***明', paymentReference: null },
        commission: { lab: { participant: { users: null } }, acceptance: { state: 'REPORTED' } },
        reports: [{ preparedBy: null }],
      },
      acknowledgement: { state: 'ACKNOWLEDGED' },
    });
    const { refused = [], masked = [] } = answer.extensions?.sharing ?? {};
    expect(values).toBeGreaterThanOrEqual(40);
    expect(refused.length + masked.length).toBeGreaterThanOrEqual(values / 3);
    expect(answer.errors).toHaveLength(refused.length);
    for (const note of [...refused, ...masked]) expect(note.count).toBeGreaterThanOrEqual(100);
  });

  it('sends a number of statements to the databases that does not grow with the rows, scope included', async () => {
    const few = await statementsOf(2);
    const many = await statementsOf(100);
    expect(many.statements.length).toBe(few.statements.length);
    expect(many.statements.length).toBeLessThanOrEqual(30);
    // The caller's rows are in the statement itself.
    const list = many.statements.find((sql) => /FROM "public"\."monitoring_data"/.test(sql) && /LIMIT/.test(sql));
    expect(list).toMatch(/"holder" = /);
  });
});
