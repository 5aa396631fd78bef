import { randomUUID } from 'node:crypto';
import { dumpOf, toldIn } from '@hub/kernel/testing/dump-of.js';
import { openConnection } from '@hub/prisma/migrate/open-connection.js';
import { owners, type Owner } from '@hub/prisma/owner.js';
import { demoMerchants } from '@hub/prisma/seed/demo-merchants.js';
import { demoParticipants, demoUsersOf } from '@hub/prisma/seed/demo-participants.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Asker } from '../src/asking/asked-hub.js';
import { thread } from '../src/thread/thread.js';
import { threadState } from '../src/thread/thread-state.js';
import { takeThreadStep } from '../src/thread/thread-step.js';
import { hubOnClones, type HubOnClones } from './hub-on-clones.js';

let hub: HubOnClones;
beforeAll(async () => {
  hub = await hubOnClones();
}, 300_000);
afterAll(() => hub?.close(), 60_000);

const officer: Asker = { identity: 'regulator-province' };
const analyst: Asker = { identity: 'center' };
const sampler: Asker = { identity: 'center', role: 'SAMPLER' };
const secret = {
  complainant: { name: '欧阳投诉', phone: '13912340001', address: '投诉人住址一号', statement: '投诉人自己的原话' },
  buyer: ['王小明', 'xiaoming_w', '湖滨市运河区某路1号', 'ZF-1'],
  recipient: '慕容签收',
  contactEmail: 'dongfang@regulator.example.cn',
};
const words = [
  ...Object.values(secret.complainant),
  ...secret.buyer,
  ...[secret.recipient, secret.contactEmail],
  // One of them has a shop under his name.
  ...demoMerchants.flatMap(({ name, contactName, contactPhone }) => [...(name.includes(contactName) ? [] : [contactName]), contactPhone]),
  ...demoParticipants.flatMap((party) => demoUsersOf(party).flatMap(({ name }) => name ?? [])),
];

async function act<Value = { readonly id: string }>(asker: Asker, name: string, item: object, value = 'id'): Promise<Value> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const { data } = await hub.ask(asker, `mutation ($items: [${type}!]!) { ${name}(items: $items) { outcomes { value { ${value} } refusal { code message } } } }`, { items: [{ idempotencyKey: randomUUID(), ...item }] });
  const [outcome] = (data?.[name] as unknown as { outcomes: { value: Value; refusal: unknown }[] }).outcomes;
  expect(outcome?.refusal, name).toBeNull();
  return outcome!.value;
}

/** What each owner's database says to somebody who has a dump of it: the events, the copies of others, the index of the search, receipts and the audit log among it. */
async function dumps(): Promise<Map<Owner, string>> {
  const texts = new Map<Owner, string>();
  for (const owner of owners) {
    const connection = await openConnection(await hub.databaseUrl(owner), 'the database of the test');
    try {
      texts.set(owner, await dumpOf({ $queryRawUnsafe: async <T>(statement: string, ...values: unknown[]) => (await connection.query<object>(statement, values)).rows as T }));
    } finally {
      await connection.end();
    }
  }
  return texts;
}

describe('a dump of the databases of all owners (5.4.3 d)', () => {
  it('names no person: not who complained, bought, took a notice, is a user, an address or a contact of a shop', async () => {
    const catalogue = await hub.ask({ identity: 'platform-1' }, '{ listings(first: 2) { nodes { itemId } } }');
    const state = threadState('personal', 1, (catalogue.data?.['listings'] as unknown as { nodes: { itemId: string }[] }).nodes.map(({ itemId }) => itemId));
    for (const step of thread) await takeThreadStep(hub, step, state);
    await act(analyst, 'takeInRiskInformation', {
      ...{ channel: 'COMPLAINT', productName: '电热水壶', hazardItem: '漏电', scope: {}, observedOn: '2026-01-15' },
      ...{ sourceRecord: { source: 'HOTLINE', key: '1', content: '{"问题类型":"漏电"}' }, complainant: secret.complainant },
    });
    await act(officer, 'recordContactEmail', { contactEmail: secret.contactEmail });
    const { data } = await hub.ask(officer, '{ receivedMonitoringDataList(first: 1) { nodes { id } } }');
    const [received] = (data?.['receivedMonitoringDataList'] as unknown as { nodes: { id: string }[] }).nodes;
    const notice = await act(officer, 'issueResultNotice', { monitoringDataId: received?.id, capacity: 'SELLER', text: '检验结论见附件，可在收到之日起十五日内提出异议。' });
    const slip = { hash: `sha-256:${'5'.repeat(64)}`, size: 1000, mediaType: 'image/png' };
    await act(officer, 'recordNoticeService', { noticeId: notice.id, method: 'DIRECT', servedAt: new Date().toISOString(), recipient: secret.recipient, evidence: [slip] });
    // Whoever may reads each, so that nothing is missing because it was never kept; the audit log tells of it.
    const read = `{ purchases(first: 1) { nodes { id buyerName buyerAccount buyerAddress paymentReference } } }`;
    const bought = (await hub.ask(sampler, read)).data?.['purchases'] as unknown as { nodes: Record<string, string>[] };
    expect(bought.nodes[0]).toMatchObject({ buyerName: secret.buyer[0], buyerAccount: secret.buyer[1], buyerAddress: secret.buyer[2] });
    expect((await hub.ask(sampler, `{ purchases(filter: { buyerAccount: "${secret.buyer[1]}" }) { totalCount } }`)).data).toMatchObject({ purchases: { totalCount: 1 } });
    expect((await hub.ask(officer, `{ resultNotice(id: "${notice.id}") { service { recipient } } }`)).data).toMatchObject({ resultNotice: { service: { recipient: secret.recipient } } });

    const told = await dumps();
    expect([...told].map(([owner, text]) => [owner, toldIn(text, words)])).toEqual(owners.map((owner) => [owner, []]));
    expect(told.get('monitoring-center')).toContain(bought.nodes[0]?.['id']);

    await act(analyst, 'eraseBuyer', { purchaseId: bought.nodes[0]?.['id'], reason: '本人书面要求' });
    expect((await hub.ask(sampler, read)).data).toMatchObject({ purchases: { nodes: [{ id: bought.nodes[0]?.['id'], buyerName: null, paymentReference: null }] } });
  }, 300_000);
});
