import { randomUUID } from 'node:crypto';
import { canonicalJson } from '@hub/kernel/hashing/canonical-json.js';
import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import type { SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import type { CodeListContent } from '@hub/schema/code-lists/code-list.js';
import { legalLimitContent, type LegalLimits } from '@hub/schema/code-lists/legal-limit-codes.js';
import type { RegulatorDatabase } from '../src/repository/database.js';

/** An outcome as these tests read it. */
export interface Outcome {
  value: Record<string, unknown> & { id: string; state: string; revision: number; number: string };
  refusal: { code: string; field: string | null; message: string; state: string | null } | null;
}

/** Does an act on items and gives their outcomes; each item gets a key of its own unless it has one. */
export async function outcomes(
  hub: SubgraphUnderTest<RegulatorDatabase>,
  act: string,
  items: readonly object[],
  { asker = 'regulator-province', select = 'id' } = {},
): Promise<Outcome[]> {
  const type = `${act.charAt(0).toUpperCase()}${act.slice(1)}Input`;
  const answer = await hub.ask<Record<string, { outcomes: Outcome[] } | null>>(
    asker,
    `mutation ($items: [${type}!]!) { ${act}(items: $items) { outcomes { value { ${select} } refusal { code field message state } } } }`,
    { items: items.map((item) => ({ idempotencyKey: randomUUID(), ...item })) },
  );
  const payload = answer.data?.[act];
  if (!payload) throw new Error(JSON.stringify(answer.errors));
  return payload.outcomes;
}

/** The regulators have heard of a version of a code list while something is done. */
export async function whileHeard<T>(hub: SubgraphUnderTest<RegulatorDatabase>, list: CodeListContent, work: () => Promise<T>): Promise<T> {
  const content = canonicalJson(list);
  await hub.database.$executeRaw`
    INSERT INTO kernel.code_list_snapshot (list_id, version, content_hash, content, signature, published_at, epoch) VALUES (${list.id}, 9, ${sha256(content)}, ${content}, 'a test', now(), 'a test')`;
  try {
    return await work();
  } finally {
    await hub.database.$executeRaw`DELETE FROM kernel.code_list_snapshot WHERE list_id = ${list.id}`;
  }
}

/** The limits of the law, one of them another number. */
export function legalLimitsWith(right: keyof LegalLimits, amount: number): CodeListContent {
  const { codes, ...list } = legalLimitContent();
  const changed = (values: readonly string[]) => [String(amount), ...values.slice(1)];
  return { ...list, codes: codes.map((code) => (code.code === right ? { ...code, properties: code.properties.map(({ name, values }) => ({ name, values: name === 'within' ? changed(values) : values })) } : code)) };
}

/** Monitoring data as the centre feeds it back; waits until it is at the desk. */
export async function fedBack(hub: SubgraphUnderTest<RegulatorDatabase>, changes: Record<string, unknown> = {}): Promise<string> {
  const id = randomUUID();
  const payload = {
    id,
    number: `SJ-2026-${id.slice(0, 8)}`,
    document: id,
    version: 1,
    supersedesId: null,
    regulatorId: 'regulator-province',
    centerId: 'center',
    planId: 'plan-1',
    productName: '电热水壶',
    brand: '晴川',
    producerName: '晴川电器制造有限公司',
    producerUscc: null,
    conclusion: 'NONCONFORMING',
    failedItems: [{ code: 'LEAK', name: '泄漏电流' }],
    platformId: 'platform-1',
    shopName: '小满旗舰店',
    merchantName: '小满日用品商行',
    merchantUscc: '91330105MA2D00010K',
    sellerRegion: '330105',
    producerRegion: '440300',
    fedBackAt: '2026-03-01T00:00:00.000Z',
    ...changes,
  };
  hub.others.say({ kind: 'MonitoringDataFedBack', subjectType: 'MonitoringData', subjectId: id, payload });
  await eventually(() => hub.database.receivedMonitoringData.findUnique({ where: { id } }), (row) => row !== null);
  return id;
}

/** The duties on a subject, by kind: open, done or dropped. */
export async function dutiesOn(hub: SubgraphUnderTest<RegulatorDatabase>, subjectId: string): Promise<Record<string, string>> {
  const rows = await hub.database.$queryRaw<{ kind: string; state: string }[]>`
    SELECT kind, CASE WHEN closed_at IS NULL THEN 'OPEN' WHEN dropped THEN 'DROPPED' ELSE 'DONE' END AS state
    FROM kernel.duty WHERE subject_id = ${subjectId} ORDER BY opened_at`;
  return Object.fromEntries(rows.map(({ kind, state }) => [kind, state]));
}

/** What receivers were told of a subject, in order. */
export async function told(hub: SubgraphUnderTest<RegulatorDatabase>, subjectId: string, receiver: string): Promise<[string, unknown][]> {
  const rows = await hub.database.$queryRaw<{ kind: string; payloads: Record<string, unknown> }[]>`
    SELECT kind, payloads FROM kernel.event WHERE subject_id = ${subjectId} AND ${receiver} = ANY(receivers) ORDER BY position`;
  return rows.map(({ kind, payloads }) => [kind, payloads[receiver]]);
}
