import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { recordStatements } from '@hub/prisma/clients/record-statements.js';
import { Kind, parse, visit } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Asker, GraphqlAnswer } from '../src/asking/asked-hub.js';
import { threadState } from '../src/thread/thread-state.js';
import { takeThreadStep } from '../src/thread/thread-step.js';
import { thread } from '../src/thread/thread.js';
import { hubOnClones, type HubOnClones } from './hub-on-clones.js';

const query = await readFile(new URL('../../gateway/test/journeys/reference-query.graphql', import.meta.url), 'utf8');
const storekeeper: Asker = { identity: 'center', role: 'STOREKEEPER' };

let hub: HubOnClones;
beforeAll(async () => {
  hub = await hubOnClones();
  const catalogue = await hub.ask({ identity: 'platform-1' }, '{ listings(first: 100) { nodes { itemId } } }');
  const listings = (catalogue.data?.['listings'] as unknown as { nodes: { itemId: string }[] }).nodes.map(({ itemId }) => itemId);
  const state = threadState('reference', 100, listings);
  for (const step of thread) await takeThreadStep(hub, step, state);
  await inboxesAreQuiet();
}, 600_000);
afterAll(() => hub?.close(), 60_000);

/** Waits until the inboxes have taken in what the thread told, for their handlers read tables too. */
async function inboxesAreQuiet(): Promise<void> {
  for (let tries = 0; tries < 120; tries += 1) {
    const { statements } = await recordStatements(() => delay(500));
    if (statements.every(({ sql }) => sql.includes('kernel.') || /^(BEGIN|COMMIT)/.test(sql))) return;
  }
  throw new Error('The inboxes still work after a minute.');
}

/**
 * What goes on beside whatever is asked: every other second the gateway asks whether there is a newer supergraph, and the exchange takes in what the owners have
 * sealed of their audit logs, and the search reads rows by id, in the order of ids, with what stood in their sources. The entry that each owner writes before its answer is an INSERT, and not counted here: it is one for all that is written at the time.
 */
const beside = /FROM "public"\."(schema_version|audit_witness|source_content)"|FROM "public"\."(\w+)" WHERE "public"\."\2"\."id" (>|IN) .* ORDER BY "public"\."\2"\."id" ASC/s;

/** The owners' statements that read: what inboxes write may go on beside any query. */
async function statementsOf(first: number): Promise<{ answer: GraphqlAnswer; statements: string[] }> {
  const { result, statements } = await recordStatements(() => hub.ask(storekeeper, query, { first }));
  const read = statements.map(({ sql }) => sql).filter((sql) => /^SELECT .* FROM "public"/s.test(sql) && !beside.test(sql));
  return { answer: result, statements: read };
}

/** How often each statement was sent, whatever number of values it was sent with. */
function timesSent(statements: readonly string[]): Record<string, number> {
  const texts = statements.map((sql) => sql.replace(/\$\d+/g, '$').replace(/\(\$(,\s*\$)*\)/g, '($)'));
  return Object.fromEntries(texts.map((text) => [text, texts.filter((other) => other === text).length]));
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
        commission: { lab: { participant: { users: null }, signatories: null }, acceptance: { state: 'REPORTED' } },
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
    expect(timesSent(many.statements)).toEqual(timesSent(few.statements));
    expect(many.statements.length).toBeLessThanOrEqual(30);
    // The caller's rows are in the statement itself.
    const list = many.statements.find((sql) => /FROM "public"\."monitoring_data"/.test(sql) && /LIMIT/.test(sql));
    expect(list).toMatch(/"holder" = /);
  });
});
