import { randomUUID } from 'node:crypto';
import { calendarDaysAfter } from '@hub/kernel/calendar/calendar-days-after.js';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monitoringCenterService } from '../src/service.js';
import { act, analyst, type Hub } from './acts.js';
import { warehoused } from './sample-steps.js';
import { commissioned, issuedPlan, leak, mark, recordedScope, reported, tell } from './thread.js';

let hub: Hub;
beforeAll(async () => {
  hub = await subgraphUnderTest(monitoringCenterService);
  await recordedScope(hub, 'lab-1', [leak, mark]);
});
afterAll(() => hub.close());

interface Duty {
  kind: string;
  party_id: string;
  role: string;
  opened_at: Date;
  due_at: Date;
  closed_at: Date | null;
}
const dutiesOn = (sampleId: string) => hub.database.$queryRaw<Duty[]>`SELECT * FROM kernel.duty WHERE subject_id = ${sampleId} AND kind = 'FeedBackMonitoringData' ORDER BY opened_at`;

/** Buys, commissions and lets the lab report on each sample. */
async function reportedSamples(count = 1, plan: object = {}) {
  const planId = await issuedPlan(hub, plan);
  const samples = await warehoused(hub, planId, count);
  const ids = samples.map(({ sampleId }) => sampleId);
  const commission = await commissioned(hub, 'lab-1', ids);
  const reports: string[] = [];
  for (const [index, id] of ids.entries()) reports.push(await reported(hub, 'lab-1', commission.id, id, { complete: index === ids.length - 1 }));
  return { planId, samples, ids, commissionId: commission.id, reports };
}
const compile = (items: readonly object[], fields?: string) => act(hub, analyst, 'compileMonitoringData', items, fields);
const feedBack = (items: readonly object[], fields?: string) => act(hub, analyst, 'feedBackMonitoringData', items, fields);
const keyed = (content: object) => ({ idempotencyKey: randomUUID(), ...content });
const compiledFrom = async (sampleId: string) => (await compile([keyed({ sampleId })]))[0]?.value.id ?? '';

describe('a report arrives (3.3, 5.4.1)', () => {
  it('its sample is reported, its commission when complete, and feedback is owed within the time of the plan', async () => {
    const planId = await issuedPlan(hub, { feedbackWithin: 'P3DT12H' });
    const [first = '', second = ''] = (await warehoused(hub, planId, 2)).map(({ sampleId }) => sampleId);
    const { id } = await commissioned(hub, 'lab-1', [first, second]);
    const states = async () => (await hub.ask(analyst, 'query ($id: ID!) { inspectionCommission(id: $id) { state samples { state } } }', { id })).data;
    await reported(hub, 'lab-1', id, first, { complete: false });
    expect(await states()).toMatchObject({ inspectionCommission: { state: 'ISSUED' } });
    await reported(hub, 'lab-1', id, second);
    expect(await states()).toEqual({ inspectionCommission: { state: 'REPORTED', samples: [{ state: 'REPORTED' }, { state: 'REPORTED' }] } });
    const events = await hub.database.$queryRaw<object[]>`
      SELECT receivers, stamps FROM kernel.event WHERE kind = 'InspectionCommissionReported' AND subject_id = ${id}`;
    expect(events).toEqual([{ receivers: ['exchange'], stamps: expect.objectContaining({ state: 'REPORTED', concerned: ['regulator-province', 'lab-1'] }) }]);
    const [duty] = await dutiesOn(first);
    expect(duty).toMatchObject({ kind: 'FeedBackMonitoringData', party_id: 'center', role: 'ANALYST', closed_at: null });
    expect((duty?.due_at.getTime() ?? 0) - (duty?.opened_at.getTime() ?? 0)).toBe(3.5 * 86_400_000);
  });

  it.each(['P', 'PT', 'ten days'])('under a plan whose time for feedback is %j, feedback is owed within the usual ten days, and the plan says so', async (told) => {
    const { planId, ids } = await reportedSamples(1, { feedbackWithin: told });
    const [duty] = await dutiesOn(ids[0] ?? '');
    expect(duty?.due_at).toEqual(calendarDaysAfter(duty?.opened_at ?? new Date(0), 10));
    expect((await hub.database.receivedMonitoringPlan.findUnique({ where: { id: planId } }))?.feedbackWithin).toBe('P10D');
  });

  it('from a lab that was not commissioned, or for a sample that was not, it is kept and nothing follows', async () => {
    const [sample = ''] = (await warehoused(hub, await issuedPlan(hub))).map(({ sampleId }) => sampleId);
    const { id } = await commissioned(hub, 'lab-1', [sample]);
    await reported(hub, 'lab-2', id, sample);
    await reported(hub, 'lab-1', id, randomUUID());
    await reported(hub, 'lab-1', randomUUID(), sample);
    expect(await hub.database.unmatchedEvent.count({ where: { kind: 'InspectionReportIssued' } })).toBe(3);
    expect((await hub.database.sample.findUnique({ where: { id: sample } }))?.state).toBe('COMMISSIONED');
    expect(await dutiesOn(sample)).toEqual([]);
  });

  it('a later one on the same sample counts from when it arrives; of one document only a newer version', async () => {
    const { ids, commissionId } = await reportedSamples();
    const [sampleId = ''] = ids;
    const document = 'a document of the lab';
    const later = await reported(hub, 'lab-1', commissionId, sampleId, { document, version: 2, conclusion: 'CONFORMING', results: [] });
    await reported(hub, 'lab-1', commissionId, sampleId, { document, version: 1 });
    const [outcome] = await compile([keyed({ sampleId })], 'id conclusion failedItems { code } report { id } sample { conclusion }');
    expect(outcome?.value).toMatchObject({ conclusion: 'CONFORMING', failedItems: [], report: { id: later }, sample: { conclusion: 'CONFORMING' } });
    expect(await hub.database.receivedInspectionReport.count({ where: { sampleId } })).toBe(3);
    expect(await dutiesOn(sampleId)).toHaveLength(1);
  });
});

describe('a newer report makes a newer version (版本, 5.3.4, 5.4.1)', () => {
  const fields = 'id number document version state conclusion supersededBy { id } report { id }';
  const read = async (asker: string, id: string) =>
    (await hub.ask(asker, `query ($id: ID!) { monitoringData(id: $id) { id version state supersededBy { id version } } }`, { id })).data.monitoringData;

  it('which gives way at once where nobody was told, and is the same document under the same number', async () => {
    const { ids, commissionId } = await reportedSamples();
    const [sampleId = ''] = ids;
    const [first] = await compile([keyed({ sampleId })], fields);
    await reported(hub, 'lab-1', commissionId, sampleId, { conclusion: 'CONFORMING', results: [] });
    const [second] = await compile([keyed({ sampleId })], fields);
    expect(second?.value).toMatchObject({ version: 2, number: first?.value.number, document: first?.value['document'], conclusion: 'CONFORMING', state: 'COMPILED' });
    expect(await read(analyst, first?.value.id ?? '')).toMatchObject({ state: 'SUPERSEDED', supersededBy: { id: second?.value.id, version: 2 } });
    expect((await feedBack([keyed({ monitoringDataId: first?.value.id })]))[0]?.refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'SUPERSEDED' });
    expect((await compile([keyed({ sampleId })]))[0]?.refusal?.code).toBe('MONITORING_DATA_COMPILED');
    await feedBack([keyed({ monitoringDataId: second?.value.id })]);
    expect(await read('platform-1', first?.value.id ?? '')).toBeNull();
    expect(await dutiesOn(sampleId)).toHaveLength(1);
  });

  it('which is owed anew after feedback; the version before stands until the new one is fed back, and stays readable', async () => {
    const { ids, commissionId } = await reportedSamples();
    const [sampleId = ''] = ids;
    const first = await compiledFrom(sampleId);
    await feedBack([keyed({ monitoringDataId: first })]);
    await reported(hub, 'lab-1', commissionId, sampleId, { conclusion: 'CONFORMING', results: [] });
    expect((await dutiesOn(sampleId)).map(({ closed_at }) => closed_at === null)).toEqual([false, true]);
    const second = await compiledFrom(sampleId);
    expect(await read('platform-1', first)).toEqual({ id: first, version: 1, state: 'FED_BACK', supersededBy: null });
    await feedBack([keyed({ monitoringDataId: second })]);
    expect(await read('platform-1', first)).toEqual({ id: first, version: 1, state: 'SUPERSEDED', supersededBy: { id: second, version: 2 } });
    expect((await dutiesOn(sampleId)).map(({ closed_at }) => closed_at === null)).toEqual([false, false]);
    const [event] = await hub.database.$queryRaw<{ payloads: Record<string, object> }[]>`
      SELECT payloads FROM kernel.event WHERE kind = 'MonitoringDataFedBack' AND subject_id = ${second}`;
    for (const receiver of ['platforms', 'regulator']) expect(event?.payloads[receiver]).toMatchObject({ version: 2, supersedesId: first });
    const superseded = await hub.database.$queryRaw<object[]>`SELECT receivers FROM kernel.event WHERE kind = 'MonitoringDataSuperseded' AND subject_id = ${first}`;
    expect(superseded).toEqual([{ receivers: ['exchange'] }]);
  });
});

describe('monitoring data is formed and fed back (形成、反馈, 3.2 d, 5.4.1)', () => {
  it('from report, purchase and plan; each is told its own part, and the duty is done', async () => {
    const { planId, samples, ids, reports } = await reportedSamples();
    const [sampleId = ''] = ids;
    const [compiled] = await compile(
      [keyed({ sampleId, remark: '请及时处理' })],
      `id number state revision productName brand producerName conclusion failedItems { code name standardNumber standardVersion measured limit unit }
       platform { id } listingItemId shopName sellerRegion { code } remark fedBackAt acknowledgeBy center { id } merchantName merchantUscc producerUscc
       plan { id } sample { id } report { id } compiled { userId } fedBack { userId }`,
    );
    const id = compiled?.value.id ?? '';
    expect(compiled?.value).toMatchObject({
      number: expect.stringMatching(/^SJ-\d{4}-[0-9A-HJKMNP-TV-Z]{10}$/),
      state: 'COMPILED',
      revision: 1,
      conclusion: 'NONCONFORMING',
      failedItems: [{ code: 'LEAK', name: '泄漏电流', standardNumber: 'GB 4706.1', standardVersion: '2005', measured: '1.20', limit: '0.75', unit: 'mA' }],
      platform: { id: 'platform-1' },
      sellerRegion: { code: '330105' },
      remark: '请及时处理',
      fedBackAt: null,
      merchantUscc: '91330105MA2D00010K',
      plan: { id: planId },
      sample: { id: sampleId },
      report: { id: reports[0] },
      fedBack: null,
    });
    const [twice] = await compile([keyed({ sampleId })]);
    expect(twice?.refusal).toMatchObject({ code: 'MONITORING_DATA_COMPILED', message: expect.stringContaining(String(compiled?.value.number)) });

    const [stale, fed] = await feedBack(
      [keyed({ monitoringDataId: id, expectedRevision: 7 }), keyed({ monitoringDataId: id, expectedRevision: 1 })],
      'id state revision fedBackAt acknowledgeBy fedBack { userId } sample { state }',
    );
    expect(stale?.refusal?.code).toBe('REVISION_CONFLICT');
    expect(fed?.value).toMatchObject({ state: 'FED_BACK', revision: 2, fedBack: { userId: 'center.1' }, sample: { state: 'FED_BACK' } });
    expect(new Date(String(fed?.value['acknowledgeBy']))).toEqual(calendarDaysAfter(new Date(String(fed?.value['fedBackAt'])), 2));
    expect((await dutiesOn(sampleId))[0]?.closed_at).not.toBeNull();

    const [event] = await hub.database.$queryRaw<{ payloads: Record<string, Record<string, unknown> | null>; stamps: object }[]>`
      SELECT payloads, stamps FROM kernel.event WHERE kind = 'MonitoringDataFedBack' AND subject_id = ${id}`;
    expect(event?.stamps).toMatchObject({
      holder: 'center',
      concerned: ['regulator-province', 'platform-1', 'merchant-1'],
      sellerRegion: '330105',
      producerRegion: '440300',
      platformRegion: '330106',
      state: 'FED_BACK',
      reached: ['COMPILED', 'FED_BACK'],
    });
    const told = {
      id,
      number: compiled?.value.number,
      document: expect.any(String),
      version: 1,
      supersedesId: null,
      platformId: 'platform-1',
      centerId: 'center',
      regulatorId: 'regulator-province',
      productName: '小满牌电热水壶 1.5L',
      conclusion: 'NONCONFORMING',
      shopName: '小满旗舰店',
      merchantName: '小满日用品商行',
      merchantUscc: '91330105MA2D00010K',
      sellerRegion: '330105',
    };
    // Each its own part, and the exchange of which plan it is part.
    const { platforms, regulator, ...others } = event?.payloads ?? {};
    expect(others).toEqual({ exchange: { partOf: planId } });
    expect(platforms).toEqual({ ...told, listingItemId: 'ITEM-1', acknowledgeBy: expect.any(String) });
    expect(regulator).toEqual({
      ...told,
      planId,
      productCategory: '0706',
      brand: '小满',
      producerName: '某电器厂',
      producerUscc: '91440300MA5F7YRE78',
      producerRegion: '440300',
      failedItems: [expect.objectContaining({ code: 'LEAK', subItem: null, measured: '1.20' })],
      fedBackAt: expect.any(String),
    });
    for (const secret of [planId, sampleId, samples[0]?.purchaseId, samples[0]?.blindNumber, reports[0], 'ORDER', 'buyer']) {
      expect(JSON.stringify(platforms)).not.toContain(secret);
    }
    const [again] = await feedBack([keyed({ monitoringDataId: id })]);
    expect(again?.refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'FED_BACK', possibleFrom: ['COMPILED'] });
  });

  it('not before the report is there', async () => {
    const [sample] = await warehoused(hub, await issuedPlan(hub));
    const [registered, unknown] = await compile([keyed({ sampleId: sample?.sampleId }), keyed({ sampleId: randomUUID() })]);
    expect(registered?.refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'WAREHOUSED', possibleFrom: ['REPORTED', 'FED_BACK'] });
    expect(unknown?.refusal?.code).toBe('NOT_FOUND');
  });

  it('listed latest first: by its feedback, before that by its compilation, never by its number', async () => {
    const { planId, ids } = await reportedSamples(4);
    const compiled: string[] = [];
    for (const id of ids) compiled.push(await compiledFrom(id));
    await feedBack([keyed({ monitoringDataId: compiled[1] })]);
    await feedBack([keyed({ monitoringDataId: compiled[0] })]);
    const list = async (asker: Parameters<Hub['ask']>[0], variables: object) => {
      const query = 'query ($f: MonitoringDataFilter, $o: MonitoringDataOrder) { monitoringDataList(filter: $f, orderBy: $o) { nodes { id } } }';
      const { data } = await hub.ask<{ monitoringDataList: { nodes: { id: string }[] } }>(asker, query, variables);
      return data.monitoringDataList?.nodes.map(({ id }) => id);
    };
    const latest = [compiled[0], compiled[1], compiled[3], compiled[2]];
    expect(await list(analyst, { f: { planId } })).toEqual(latest);
    expect(await list(analyst, { f: { planId }, o: { direction: 'ASC' } })).toEqual(latest.toReversed());
    expect((await list('platform-1', {}))?.slice(0, 2)).toEqual(latest.slice(0, 2));
  });

  it('an acknowledgement is kept; one that fits nothing is kept apart', async () => {
    const { ids } = await reportedSamples();
    const id = await compiledFrom(ids[0] ?? '');
    const acknowledge = (platformId: string) =>
      tell(hub, 'platforms', 'MonitoringDataAcknowledged', id, { id, platformId, acknowledgedAt: '2026-03-01T00:00:00.000Z' });
    await acknowledge('platform-1');
    expect((await hub.database.monitoringData.findUnique({ where: { id } }))?.acknowledgedAt).toBeNull();
    await feedBack([keyed({ monitoringDataId: id })]);
    await acknowledge('platform-2');
    await acknowledge('platform-1');
    expect((await hub.database.monitoringData.findUnique({ where: { id } }))?.acknowledgedAt).toEqual(new Date('2026-03-01T00:00:00Z'));
    expect(await hub.database.unmatchedEvent.count({ where: { kind: 'MonitoringDataAcknowledged', subjectId: id } })).toBe(2);
  });
});

describe('monitoring data is read from every side (buying is blind)', () => {
  const fields = `id number productName brand conclusion failedItems { code measured } platform { id } listingItemId shopName sellerRegion { code } remark state fedBackAt
    merchantName merchantUscc plan { id } sample { id } report { id } compiled { at } fedBack { at }`;
  const read = `query ($id: ID!) { monitoringData(id: $id) { ${fields} } }`;
  const count = async (asker: string, filter: object = {}) =>
    (await hub.ask<{ monitoringDataList: { totalCount: number } }>(asker, 'query ($f: MonitoringDataFilter) { monitoringDataList(filter: $f) { totalCount nodes { id } } }', { f: filter }))
      .data.monitoringDataList?.totalCount;

  it('nobody but the centre sees it before feedback; then the regulator whole, the platform without its origin, the county the seller masked', async () => {
    const before = { platform: await count('platform-1'), county: await count('regulator-county'), province: await count('regulator-province') };
    const { planId, ids } = await reportedSamples();
    const id = await compiledFrom(ids[0] ?? '');
    const outsiders = ['regulator-province', 'regulator-city', 'regulator-county', 'platform-1', 'platform-2', 'merchant-1'];
    for (const asker of outsiders) {
      expect((await hub.ask(asker, read, { id })).data).toEqual({ monitoringData: null });
      const entity = await hub.ask(asker, 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on MonitoringData { number } } }', {
        r: [{ __typename: 'MonitoringData', id }],
      });
      expect(entity.data).toEqual({ _entities: [null] });
    }
    expect(await count('platform-1')).toBe(before.platform);

    await feedBack([keyed({ monitoringDataId: id })]);
    expect(await count('platform-1')).toBe((before.platform ?? 0) + 1);
    expect(await count('regulator-county')).toBe((before.county ?? 0) + 1);
    expect(await count('regulator-province')).toBe((before.province ?? 0) + 1);

    const province = await hub.ask('regulator-province', read, { id });
    expect(province.errors).toBeUndefined();
    expect(province.data).toMatchObject({ monitoringData: { plan: { id: planId }, sample: { id: ids[0] }, merchantName: '小满日用品商行' } });
    const platform = await hub.ask('platform-1', read, { id });
    expect(platform.data).toMatchObject({
      monitoringData: { number: expect.any(String), merchantName: '小满日用品商行', plan: null, sample: null, report: null, compiled: null, fedBack: null },
    });
    for (const secret of [planId, ids[0]]) expect(JSON.stringify(platform)).not.toContain(secret);
    const county = await hub.ask('regulator-county', read, { id });
    expect(county.data).toMatchObject({ monitoringData: { merchantName: '小***行', merchantUscc: '9***K', plan: null } });
    const merchant = await hub.ask('merchant-1', read, { id });
    expect(merchant.data).toMatchObject({ monitoringData: { merchantUscc: '91330105MA2D00010K', plan: null, sample: null } });
    expect((await hub.ask('platform-2', read, { id })).data).toEqual({ monitoringData: null });
    expect((await hub.ask('lab-1', read, { id })).errors?.[0]?.extensions.code).toBe('SHARING_NOT_IN_AUDIENCE');

    expect(await count('platform-1', { planId })).toBeUndefined();
    expect(await count('regulator-province', { planId, conclusion: ['NONCONFORMING'], state: ['FED_BACK'], sellerRegionCode: '330105' })).toBe(1);
    // Where the seller is masked, a filter must not guess it.
    expect(await count('regulator-county', { merchantUscc: '91330105MA2D00010K' })).toBe(0);
    expect(await count('platform-1', { merchantUscc: '91330105MA2D00010K', productName: '水壶' })).toBe(await count('platform-1'));
  });

  it('platforms, shops and merchants reach nothing of plan, purchase, sample, commission: not by query, list, count, filter, order, entity or error', async () => {
    const { planId, samples, ids, commissionId, reports } = await reportedSamples();
    const secrets = [planId, ...ids, ...reports, ...samples.flatMap(({ purchaseId, blindNumber }) => [purchaseId, blindNumber])];
    const queries = [
      ...['purchase', 'sample', 'inspectionCommission', 'assessment', 'assessmentReport'].map((field) => `query ($id: ID!) { ${field}(id: $id) { id } }`),
      ...['purchases', 'samples', 'inspectionCommissions'].map((field) => `{ ${field} { totalCount nodes { id } edges { cursor } pageInfo { endCursor } } }`),
      '{ purchases(filter: { buyerAccount: "buyer-007" }) { totalCount } }',
      '{ purchases(orderBy: { field: PURCHASED_AT }) { totalCount } }',
      `{ samples(filter: { blindNumber: "${samples[0]?.blindNumber}" }) { totalCount } }`,
    ];
    const entities = [
      ['Purchase', samples[0]?.purchaseId],
      ['Sample', ids[0]],
      ['InspectionCommission', commissionId],
    ];
    for (const asker of ['platform-1', 'platform-2', 'merchant-1']) {
      for (const query of queries) {
        for (const id of [samples[0]?.purchaseId, ids[0], commissionId, randomUUID()]) {
          const answer = await hub.ask<Record<string, unknown>>(asker, query, query.includes('$id') ? { id } : {});
          expect(Object.values(answer.data)).toEqual([null]);
          expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['SHARING_NOT_IN_AUDIENCE']);
          for (const secret of secrets) if (!query.includes(secret)) expect(JSON.stringify(answer)).not.toContain(secret);
        }
      }
      for (const [__typename, id] of entities) {
        const answers = await Promise.all(
          [id, randomUUID()].map((key) =>
            hub.ask(asker, `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${__typename} { id } } }`, { r: [{ __typename, id: key }] }),
          ),
        );
        // There or not, the answer is the same.
        expect(answers[0]).toEqual(answers[1]);
        expect(answers[0]?.data).toEqual({ _entities: [null] });
      }
    }
    const told = await hub.database.$queryRaw<{ kind: string }[]>`
      SELECT DISTINCT kind FROM kernel.event WHERE 'platforms' = ANY(receivers)`;
    expect(told.map(({ kind }) => kind)).toEqual(['MonitoringDataFedBack']);
    const stamped = await hub.database.$queryRaw<{ kind: string }[]>`
      SELECT DISTINCT kind FROM kernel.event WHERE stamps->'concerned' ?| ARRAY['platform-1', 'merchant-1']`;
    expect(stamped.map(({ kind }) => kind).sort()).toEqual(['MonitoringDataFedBack', 'MonitoringDataSuperseded']);
  });
});
