import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clusterProposer } from '../src/clusters/cluster-proposer.js';
import { compareRiskInformation } from '../src/repository/compare-risk-information.js';
import { monitoringCenterService } from '../src/service.js';
import { act, analyst, type Hub } from './acts.js';
import { takenInRecord } from './risk.js';
import { actOn } from './thread.js';

let hub: Hub;
beforeAll(async () => {
  // The comparison is done when a test says so.
  hub = await subgraphUnderTest(monitoringCenterService, { variables: { COMPARISON_SECONDS: '3600' } });
});
afterAll(() => hub.close());

const circumstances = () => ({ owner: 'monitoring-center', at: new Date(), actor: null, causedBy: [] });
const compare = async () => {
  while (await inUnitOfWork(hub.database, circumstances(), compareRiskInformation));
};

/** A brand that no other test has. */
const brand = () => `q${randomUUID().replaceAll(/[^a-z]/g, '')}x`;
interface Told {
  readonly brand: string;
  readonly model?: string;
  readonly key?: string;
  readonly hazardItem?: string;
}
const taken = ({ brand: of, model = 'AB-100', key = randomUUID(), hazardItem = '起火' }: Told) =>
  takenInRecord(hub, { productName: `${of} 充电宝 ${model}`, hazardItem, sourceRecord: { source: 'TEST', key, content: `${model} ${hazardItem}` } });

interface Proposal {
  readonly id: string;
  readonly score: number;
  readonly state: string;
  readonly revision: number;
  readonly reasons: { readonly kind: string; readonly evidence: string[] }[];
  readonly records: { readonly id: string; readonly cluster: { readonly id: string } | null }[];
}
const proposals = async (riskInformationId: string, asker: Parameters<Hub['ask']>[0] = analyst, filter = '') =>
  (
    await hub.ask<{ clusterProposals: { nodes: Proposal[]; totalCount: number } | null }>(
      asker,
      `{ clusterProposals(filter: { riskInformationId: "${riskInformationId}" ${filter} }) { totalCount nodes { id score state revision reasons { kind evidence } records { id cluster { id } } decided { userId } decisionReason proposedAt } } }`,
    )
  ).data.clusterProposals?.nodes;
const waiting = async (id: string) => (await proposals(id, analyst, 'state: [PROPOSED]')) ?? [];
const between = async (one: string, other: string) => {
  const found = (await proposals(one))?.find(({ records }) => records.some((record) => record.id === other));
  if (!found) throw new Error('The two were never proposed.');
  return found;
};
const accept = (one: string, other: string) => between(one, other).then(({ id }) => actOn(hub, analyst, 'acceptClusterProposal', { clusterProposalId: id }, 'id state records { cluster { id number records { id } } }'));
const grouped = (...riskInformationIds: string[]) => actOn(hub, analyst, 'groupRiskInformation', { riskInformationIds });

describe('records that seem to tell of one product and hazard are proposed as one (5.1.1)', () => {
  it('in Chinese and English, with score and reasons, to analysts and auditors of the centre alone', async () => {
    const of = brand();
    const one = await taken({ brand: of });
    const other = await takenInRecord(hub, { productName: `${of} AB100 Power Bank`, hazardItem: 'The battery can catch fire.' });
    await taken({ brand: of, model: 'AB-200' });
    await taken({ brand: of, hazardItem: '触电' });
    await compare();
    const found = await proposals(one);
    expect(found).toMatchObject([{ score: 0.8, state: 'PROPOSED', revision: 1, decided: null }]);
    expect(found?.[0]?.reasons).toEqual([{ kind: 'MODEL', evidence: ['ab100'] }, { kind: 'PRODUCT_KIND', evidence: ['POWER_BANK'] }, { kind: 'PRODUCT_NAME', evidence: [of] }, { kind: 'HAZARD_ITEM', evidence: ['FIRE'] }]);
    expect(found?.[0]?.records.map(({ id }) => id).sort()).toEqual([one, other].sort());
    expect(await proposals(other, 'auditor')).toHaveLength(1);
    expect(await proposals(one, analyst, 'minimumScore: 0.81')).toEqual([]);
    for (const asker of ['regulator-province', 'lab-1', 'platform-1', { identity: 'center', role: 'SAMPLER' }]) expect(await proposals(one, asker)).toBeUndefined();
  });

  it('each pair once, however often they are compared', async () => {
    const of = brand();
    const [one, other] = [await taken({ brand: of }), await taken({ brand: of })];
    await compare();
    const before = await between(one, other);
    await hub.database.comparisonDue.createMany({ data: [one, other].map((riskInformationId) => ({ riskInformationId, holder: 'center' })) });
    await compare();
    expect(await proposals(one)).toEqual([before]);
  });

  it('also where the process that compares is killed: what is due is due until what came of it is written', async () => {
    const of = brand();
    const [one, other] = [await taken({ brand: of }), await taken({ brand: of })];
    const killed = inUnitOfWork(hub.database, circumstances(), async (unit) => {
      await compareRiskInformation(unit);
      throw new Error('killed');
    });
    await expect(killed).rejects.toThrow('killed');
    expect(await proposals(one)).toEqual([]);
    await compare();
    expect(await waiting(other)).toHaveLength(1);
  });

  it('not against what an analyst says meanwhile: comparison and analysts wait for one another', async () => {
    const of = brand();
    const [a, b] = [await taken({ brand: of }), await taken({ brand: of })];
    await compare();
    const cluster = await grouped(a, b);
    const c = await taken({ brand: of });
    let release = () => undefined as void;
    const released = new Promise<void>((resolve) => (release = resolve));
    let comparing = Promise.resolve();
    await new Promise<void>((compared) => {
      comparing = inUnitOfWork(hub.database, circumstances(), async (unit) => {
        await compareRiskInformation(unit);
        compared();
        await released;
      });
    });
    const grouping = actOn(hub, analyst, 'groupRiskInformation', { riskInformationIds: [c], clusterId: cluster.id });
    await delay(500);
    release();
    await Promise.all([comparing, grouping]);
    expect((await proposals(c))?.map(({ state }) => state)).toEqual(['LAPSED', 'LAPSED']);
  });

  it('in the background, also of what comes in bulk', async () => {
    const of = brand();
    const items = Array.from({ length: 6 }, (_each, index) => ({
      ...{ idempotencyKey: randomUUID(), channel: 'INTERNET', productName: `${of} 充电宝 AB-100`, hazardItem: '起火', scope: {}, observedOn: '2026-01-15' },
      sourceRecord: { source: 'TEST', key: randomUUID(), content: String(index) },
    }));
    const answer = await hub.ask<{ takeInRiskInformation: { outcomes: { value: { id: string } }[] } }>(
      analyst,
      'mutation ($items: [TakeInRiskInformationInput!]!) { takeInRiskInformation(items: $items, bulk: true) { outcomes { value { id } } } }',
      { items },
    );
    const first = answer.data.takeInRiskInformation.outcomes[0]?.value.id ?? '';
    const log = { error: (problem: unknown) => expect.unreachable(JSON.stringify(problem)) };
    const running = [1, 2].map(() => clusterProposer({ database: hub.database, seconds: 0.05, imports: () => false, log: log as never }));
    try {
      await eventually(() => waiting(first), (found) => found.length === 5);
    } finally {
      await Promise.all(running.map((work) => work.stop()));
    }
    expect(await hub.database.comparisonDue.count()).toBe(0);
  });
});

describe('an analyst accepts a proposal (5.1.1)', () => {
  it('which groups the two; a third joins them; what needs no decision any more lapses', async () => {
    const of = brand();
    const [a, b, c] = [await taken({ brand: of }), await taken({ brand: of }), await taken({ brand: of })];
    await compare();
    const accepted = await accept(a, b);
    expect(accepted).toMatchObject({ state: 'ACCEPTED', records: [{ cluster: { number: expect.stringMatching(/^JL-/) } }, {}] });
    expect(await between(a, b)).toMatchObject({ decided: { userId: 'center.1' }, decisionReason: null, revision: 2 });
    const joined = (await accept(b, c)) as unknown as Proposal;
    const [cluster] = joined.records.flatMap((record) => record.cluster ?? []);
    const read = await hub.ask(analyst, `{ riskCluster(id: "${cluster?.id}") { records { id } history { kind reason } } }`);
    expect(read.data).toMatchObject({ riskCluster: { records: expect.arrayContaining([{ id: a }, { id: b }, { id: c }]), history: [{ kind: 'GROUPED', reason: expect.stringContaining('MODEL: ab100') }, { kind: 'GROUPED' }] } });
    expect((await between(a, c)).state).toBe('LAPSED');
  });

  it('which merges the clusters of both', async () => {
    const of = brand();
    const [a, b, c, d] = [await taken({ brand: of }), await taken({ brand: of }), await taken({ brand: of }), await taken({ brand: of })];
    await compare();
    const [into] = [await grouped(a, b), await grouped(c, d)];
    await accept(b, d);
    const read = await hub.ask(analyst, `{ riskCluster(id: "${into.id}") { state records { id } history { kind } } }`);
    expect(read.data).toMatchObject({ riskCluster: { state: 'OPEN', records: { length: 4 }, history: [{ kind: 'GROUPED' }, { kind: 'MERGED' }] } });
    expect(await waiting(a)).toEqual([]);
  });

  it('once, at the revision that was read, and its own alone', async () => {
    const of = brand();
    const [one, other] = [await taken({ brand: of }), await taken({ brand: of })];
    await compare();
    const { id } = await between(one, other);
    const doing = async (item: object) => (await act(hub, analyst, 'acceptClusterProposal', [{ idempotencyKey: randomUUID(), clusterProposalId: id, ...item }], 'id'))[0]?.refusal?.code;
    expect(await doing({ expectedRevision: 7 })).toBe('REVISION_CONFLICT');
    expect(await doing({ clusterProposalId: randomUUID() })).toBe('NOT_FOUND');
    const both = await Promise.all([doing({}), doing({})]);
    expect(both.sort()).toEqual(['STATE_NOT_POSSIBLE', undefined]);
  });
});

describe('what an analyst has said stays said (5.1.1)', () => {
  it('a pair that was declined is not proposed again, also in another version, nor by way of what is grouped with one of them', async () => {
    const of = brand();
    const [key, one] = [randomUUID(), await taken({ brand: of })];
    const other = await taken({ brand: of, key });
    await compare();
    const { id } = await between(one, other);
    const decline = (reason: string) => act(hub, analyst, 'declineClusterProposal', [{ idempotencyKey: randomUUID(), clusterProposalId: id, reason }], 'state decisionReason');
    expect((await decline(' '))[0]?.refusal?.code).toBe('VALUE_REQUIRED');
    expect((await decline('另一批次'))[0]?.value).toMatchObject({ state: 'DECLINED', decisionReason: '另一批次' });
    const later = await taken({ brand: of, key, hazardItem: '着火' });
    await compare();
    expect(await waiting(later)).toEqual([]);
    expect((await between(one, later)).state).toBe('DECLINED');
    const third = await taken({ brand: of });
    await compare();
    expect(await waiting(third)).toHaveLength(2);
    await accept(third, one);
    expect((await between(third, later)).state).toBe('LAPSED');
  });

  it('what was taken out of a cluster is not proposed with the rest of it again, nor by way of a record that joins later', async () => {
    const of = brand();
    const [a, b, c] = [await taken({ brand: of }), await taken({ brand: of }), await taken({ brand: of })];
    await compare();
    const cluster = await grouped(a, b, c);
    await actOn(hub, analyst, 'partRiskInformation', { clusterId: cluster.id, riskInformationIds: [c], reason: '另一产品' });
    await compare();
    expect(await waiting(c)).toEqual([]);
    const d = await taken({ brand: of });
    await compare();
    expect(await waiting(d)).toHaveLength(3);
    await accept(d, a);
    expect(await waiting(d)).toEqual([]);
    await compare();
    expect(await waiting(c)).toEqual([]);
    expect((await between(c, d)).state).toBe('LAPSED');
  });

  it('until it is grouped by hand: the later word counts; what came out together is proposed as one again', async () => {
    const of = brand();
    const [a, b, c, d] = [await taken({ brand: of }), await taken({ brand: of }), await taken({ brand: of }), await taken({ brand: of })];
    await compare();
    const cluster = await grouped(a, b, c, d);
    await actOn(hub, analyst, 'partRiskInformation', { clusterId: cluster.id, riskInformationIds: [c, d], reason: '另一产品' });
    await compare();
    expect((await waiting(c)).flatMap(({ records }) => records.map(({ id }) => id)).sort()).toEqual([c, d].sort());
    await actOn(hub, analyst, 'groupRiskInformation', { riskInformationIds: [c], clusterId: cluster.id });
    expect(await hub.database.riskParting.count({ where: { OR: [{ one: await documentOf(c) }, { other: await documentOf(c) }] } })).toBe(0);
    // Of d it was said that it belongs neither to a nor to b, with whom c is now.
    expect(await waiting(d)).toEqual([]);
  });

  it('and lapses where a new version tells something else, and comes again with what it told before', async () => {
    const of = brand();
    const [key, one] = [randomUUID(), await taken({ brand: of })];
    await taken({ brand: of, key });
    await compare();
    expect(await waiting(one)).toHaveLength(1);
    const second = await taken({ brand: of, key, model: 'XY-900' });
    await compare();
    expect((await between(one, second)).state).toBe('LAPSED');
    const third = await taken({ brand: of, key, model: 'AB-100' });
    await compare();
    expect(await between(one, third)).toMatchObject({ state: 'PROPOSED', revision: 3 });
  });
});

const documentOf = async (id: string) => (await hub.database.riskInformation.findUniqueOrThrow({ where: { id } })).document;
