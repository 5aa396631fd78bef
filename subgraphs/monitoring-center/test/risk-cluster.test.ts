import { randomUUID } from 'node:crypto';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monitoringCenterService } from '../src/service.js';
import { act, analyst, type Hub } from './acts.js';
import { assessmentItem, recordState, takenInRecord } from './risk.js';
import { actOn } from './thread.js';

let hub: Hub;
beforeAll(async () => {
  hub = await subgraphUnderTest(monitoringCenterService);
});
afterAll(() => hub.close());

const records = (count: number) => Promise.all(Array.from({ length: count }, () => takenInRecord(hub)));
const doing = (name: string, items: readonly object[], fields?: string) =>
  act(hub, analyst, name, items.map((item) => ({ idempotencyKey: randomUUID(), ...item })), fields ?? 'id number state revision');
const codes = (outcomes: Awaited<ReturnType<typeof act>>) => outcomes.map(({ refusal }) => refusal && `${refusal.code} ${refusal.field}`);
const grouped = async (riskInformationIds: readonly string[]) => (await actOn(hub, analyst, 'groupRiskInformation', { riskInformationIds })).id;
interface ReadCluster {
  readonly riskCluster: { readonly records: { readonly id: string }[]; readonly history: object[] };
}
const read = async (id: string, asker = analyst) =>
  (
    await hub.ask<ReadCluster>(asker, '{ riskCluster(id: "ID") { title productName hazardItem state records { id } mergedInto { id } history { kind riskInformationIds clusterIds reason done { userId } } assessments { id } center { id } } }'.replace('ID', id))
  ).data;

describe('records of one product and hazard are grouped by hand (5.1.1)', () => {
  it('into a new cluster, and more into an open one; who grouped what and why stays on record', async () => {
    const [a = '', b = '', c = ''] = (await records(3)).sort();
    const [outcome] = await doing('groupRiskInformation', [{ riskInformationIds: [b, a], reason: '同一型号' }], 'id number state revision title records { id cluster { number } }');
    const { id, number } = outcome?.value ?? { id: '', number: '' };
    expect(outcome?.value).toMatchObject({ number: expect.stringMatching(/^JL-\d{4}-\d{6}$/), state: 'OPEN', revision: 1, title: '电热水壶 · 触电' });
    expect(outcome?.value['records']).toEqual(expect.arrayContaining([{ id: a, cluster: { number } }, { id: b, cluster: { number } }]));
    expect(codes(await doing('groupRiskInformation', [{ riskInformationIds: [c], clusterId: id, expectedRevision: 1 }]))).toEqual([null]);
    const cluster = await read(id, 'regulator-city');
    expect(cluster.riskCluster.records).toHaveLength(3);
    expect(cluster).toMatchObject({
      riskCluster: {
        history: [
          { kind: 'GROUPED', riskInformationIds: [a, b], reason: '同一型号', done: { userId: 'center.1' } },
          { kind: 'GROUPED', riskInformationIds: [c], reason: null },
        ],
      },
    });
    for (const asker of ['lab-1', 'platform-1', 'merchant-1']) expect(await read(id, asker)).toEqual({ riskCluster: null });
  });

  it('each into one cluster at most, also when two analysts group it at once', async () => {
    const [a = '', b = '', c = ''] = await records(3);
    const both = await Promise.all([[a, b], [b, c]].map((riskInformationIds) => doing('groupRiskInformation', [{ riskInformationIds }])));
    expect(codes(both.flat()).sort()).toEqual(['RECORD_IN_CLUSTER riskInformationIds', null]);
    const refused = both.flat().find(({ refusal }) => refusal);
    expect(refused?.refusal?.message).toContain(both.flat().find(({ value }) => value)?.value.number);
  });

  it('not one alone, not what is superseded or unknown, and not into a cluster that ended', async () => {
    const [a = '', b = '', c = ''] = await records(3);
    const key = randomUUID();
    const old = await takenInRecord(hub, { sourceRecord: { source: 'TEST', key, content: 'one' } });
    await takenInRecord(hub, { sourceRecord: { source: 'TEST', key, content: 'two' } });
    const ended = await grouped([a, b]);
    await actOn(hub, analyst, 'partRiskInformation', { clusterId: ended, riskInformationIds: [a], reason: '不是同一产品' });
    expect(
      codes(
        await doing('groupRiskInformation', [
          { riskInformationIds: [c, c] },
          { riskInformationIds: [c, old] },
          { riskInformationIds: [c, randomUUID()] },
          { riskInformationIds: [c], clusterId: ended },
          { riskInformationIds: [c], clusterId: randomUUID() },
          { riskInformationIds: [c], clusterId: ended, title: '另一名称' },
          { riskInformationIds: [c, a], expectedRevision: 1 },
        ]),
      ),
    ).toEqual([
      'CLUSTER_SIZE riskInformationIds',
      'VERSION_SUPERSEDED riskInformationIds',
      'NOT_FOUND riskInformationIds',
      'CLUSTER_NOT_OPEN clusterId',
      'NOT_FOUND clusterId',
      'VALUE_INVALID clusterId',
      'VALUE_INVALID expectedRevision',
    ]);
  });

  it('and a new version of a record takes its place in the cluster', async () => {
    const key = randomUUID();
    const old = await takenInRecord(hub, { sourceRecord: { source: 'TEST', key, content: 'one' } });
    const [other = ''] = await records(1);
    const id = await grouped([old, other]);
    const current = await takenInRecord(hub, { sourceRecord: { source: 'TEST', key, content: 'two' } });
    const cluster = await read(id);
    expect(cluster.riskCluster.records.map((record) => record.id).sort()).toEqual([current, other].sort());
  });
});

describe('clusters are parted and merged (5.1.1)', () => {
  it('a record is taken out with a reason; with fewer than two left the cluster is dissolved', async () => {
    const [a = '', b = '', c = ''] = await records(3);
    const id = await grouped([a, b, c]);
    const part = (riskInformationIds: readonly string[], reason = '另一型号') => doing('partRiskInformation', [{ clusterId: id, riskInformationIds, reason }]);
    expect(codes(await part([a], ' '))).toEqual(['VALUE_REQUIRED reason']);
    expect(codes(await part([]))).toEqual(['CLUSTER_SIZE riskInformationIds']);
    expect((await part([a]))[0]?.value.state).toBe('OPEN');
    expect(codes(await part([a]))).toEqual(['RECORD_NOT_IN_CLUSTER riskInformationIds']);
    expect((await part([b]))[0]?.value.state).toBe('DISSOLVED');
    expect(await read(id)).toMatchObject({ riskCluster: { records: [], history: [{}, { kind: 'PARTED' }, { kind: 'PARTED', riskInformationIds: [b, c].sort() }] } });
    expect(codes(await part([b]))).toEqual(['STATE_NOT_POSSIBLE clusterId']);
    expect(await grouped([a, c])).not.toBe(id);
  });

  it('clusters go into one, which keeps their records; what became of them can be read', async () => {
    const ids = await records(6);
    const [into = '', first = '', second = ''] = [await grouped(ids.slice(0, 2)), await grouped(ids.slice(2, 4)), await grouped(ids.slice(4))];
    const merge = (changes: object) => doing('mergeRiskClusters', [{ intoId: into, clusterIds: [first, second], reason: '同一隐患', ...changes }]);
    expect(codes(await merge({ clusterIds: [first, into] }))).toEqual(['CLUSTERS_TO_MERGE clusterIds']);
    expect(codes(await merge({ clusterIds: [] }))).toEqual(['CLUSTERS_TO_MERGE clusterIds']);
    expect(codes(await merge({ reason: '' }))).toEqual(['VALUE_REQUIRED reason']);
    expect((await merge({}))[0]?.value.state).toBe('OPEN');
    expect(await read(first)).toMatchObject({ riskCluster: { state: 'MERGED', records: [], mergedInto: { id: into }, history: [{}, { kind: 'MERGED', clusterIds: [into] }] } });
    const whole = await read(into);
    expect(whole.riskCluster.records).toHaveLength(6);
    expect(whole.riskCluster.history.at(-1)).toMatchObject({ kind: 'MERGED', clusterIds: [first, second].sort(), riskInformationIds: ids.slice(2).sort() });
    expect(codes(await merge({ clusterIds: [first] }))).toEqual(['STATE_NOT_POSSIBLE clusterIds']);
  });
});

describe('a cluster is assessed as one (5.1.2)', () => {
  it('and the assessment keeps which records those were, whatever becomes of the cluster', async () => {
    const [a = '', b = '', c = ''] = await records(3);
    const clusterId = await grouped([a, b]);
    const assessed = await actOn(hub, analyst, 'assessRiskInformation', assessmentItem(null, { clusterId }), 'id cluster { id } records { id state }');
    expect(assessed).toMatchObject({ cluster: { id: clusterId } });
    await actOn(hub, analyst, 'groupRiskInformation', { riskInformationIds: [c], clusterId });
    const again = await hub.ask(analyst, 'query ($id: ID!, $clusterId: ID!) { assessment(id: $id) { records { id state assessments { id } } } riskCluster(id: $clusterId) { assessments { id } } }', { id: assessed.id, clusterId });
    const record = (id: string) => ({ id, state: 'ASSESSED', assessments: [{ id: assessed.id }] });
    expect(again.data).toEqual({ assessment: { records: [a, b].sort().map(record) }, riskCluster: { assessments: [{ id: assessed.id }] } });
    expect(await recordState(hub, c)).toBe('COLLECTED');
    const byRecord = await hub.ask(analyst, `{ assessments(filter: { riskInformationId: "${b}" }) { totalCount } }`);
    expect(byRecord.data).toEqual({ assessments: { totalCount: 1 } });

    await actOn(hub, analyst, 'escalateAssessment', { assessmentIds: [assessed.id], title: 't', summary: 's', recommendation: 'r', submitToId: 'regulator-province' });
    expect([await recordState(hub, a), await recordState(hub, b)]).toEqual(['ESCALATED', 'ESCALATED']);
    const refused = await doing('assessRiskInformation', [assessmentItem(null, { clusterId }), assessmentItem(null, { clusterId: randomUUID() })], 'id');
    expect(codes(refused)).toEqual(['STATE_NOT_POSSIBLE clusterId', 'NOT_FOUND clusterId']);
  });
});
