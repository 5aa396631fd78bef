import { createHash, randomUUID } from 'node:crypto';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monitoringCenterService } from '../src/service.js';
import { act, analyst, type Hub } from './acts.js';

let hub: Hub;
beforeAll(async () => {
  hub = await subgraphUnderTest(monitoringCenterService);
});
afterAll(() => hub.close());

const record = (key: string, changes: object = {}) => ({
  idempotencyKey: randomUUID(),
  channel: 'INTERNET',
  productName: `电热水壶 ${key}`,
  productCategories: ['Appliances'],
  brand: '示例牌',
  hazardItem: '触电 (electric shock)',
  hazardDescription: '外壳带电',
  hazardDegree: 'HIGH',
  scope: { units: 9700, unitsText: 'About 9,700', countries: ['China'], platforms: ['Amazon'], soldFrom: '2025-01-01', soldUntil: '2025-12-31' },
  injuries: { hasInjuries: true, description: 'Two shocks.' },
  links: ['https://example.org/notice'],
  observedOn: '2026-01-15',
  sourceRecord: { source: 'TEST', key, content: `{"id":"${key}","版":1}` },
  ...changes,
});

const takeIn = (items: readonly object[], fields?: string) => act(hub, analyst, 'takeInRiskInformation', items, fields);
const logged = () => hub.database.$queryRaw<{ kind: string; receivers: string[] }[]>`SELECT kind, receivers FROM kernel.event ORDER BY position`;

describe('the centre takes risk information in (5.1.1)', () => {
  it('keeps product, hazard, scope and degree, and the source record byte for byte with its hash', async () => {
    const item = record('whole');
    const [outcome] = await takeIn(
      [item],
      `id number document version state revision channel productName productCategories brand hazardItem hazardDescription hazardDegree
       scope { units unitsText countries retailers platforms soldFrom soldUntil } injuries { hasInjuries hasDeaths description }
       remedy links observedOn collectedAt center { id } supersededBy { id } assessments { id }
       sourceRecord { source key content contentType contentHash receivedAt }`,
    );
    expect(outcome).toMatchObject({
      disposition: 'TAKEN',
      refusal: null,
      value: {
        number: expect.stringMatching(/^FX-\d{4}-[0-9A-Z]{10}$/),
        version: 1,
        state: 'COLLECTED',
        revision: 1,
        channel: 'INTERNET',
        hazardDegree: 'HIGH',
        scope: { units: 9700, platforms: ['Amazon'], retailers: [], soldFrom: '2025-01-01', soldUntil: '2025-12-31' },
        injuries: { hasInjuries: true, hasDeaths: false, description: 'Two shocks.' },
        remedy: null,
        observedOn: '2026-01-15',
        center: { id: 'center' },
        supersededBy: null,
        assessments: [],
        sourceRecord: {
          source: 'TEST',
          key: 'whole',
          content: item.sourceRecord.content,
          contentType: 'application/json',
          contentHash: `sha-256:${createHash('sha256').update(item.sourceRecord.content).digest('hex')}`,
        },
      },
    });
  });

  it('takes many in at once where they come in bulk: one event for all, and each item has its own outcome, receipt and refusal', async () => {
    const items = [record('bulk-1'), record('bulk-2', { productName: ' ' }), record('bulk-3'), record('bulk-1', { hazardDegree: 'LOW' })];
    const inBulk = (sent: readonly object[]) =>
      hub.ask<{ takeInRiskInformation: { outcomes: { disposition: string | null; value: { id: string; version: number } | null; refusal: { code: string; field: string } | null }[] } }>(
        analyst,
        'mutation ($items: [TakeInRiskInformationInput!]!) { takeInRiskInformation(items: $items, bulk: true) { outcomes { disposition value { id version } refusal { code field } } } }',
        { items: sent },
      );
    const before = (await logged()).length;
    const { takeInRiskInformation: first } = (await inBulk(items)).data;
    expect(first.outcomes.map(({ disposition, value, refusal }) => [disposition, value?.version, refusal?.code])).toEqual([
      ['TAKEN', 1, undefined],
      [null, undefined, 'VALUE_REQUIRED'],
      ['TAKEN', 1, undefined],
      ['UPDATED', 2, undefined],
    ]);
    const told = (await logged()).slice(before);
    expect(told.map(({ kind }) => kind)).toEqual(['RiskInformationBatchTakenIn']);

    // The same keys again: the first answers, of those that were not refused; what is mended may come under its key.
    const { takeInRiskInformation: again } = (await inBulk(items.toReversed())).data;
    expect(again.outcomes.toReversed()).toEqual(first.outcomes);
    expect((await logged()).length).toBe(before + 1);
    const mended = await inBulk([{ ...items[1], productName: '插座' }, { ...items[0], productName: '另一件' }, items[2], items[2]] as object[]);
    expect(mended.data.takeInRiskInformation.outcomes.map(({ disposition, refusal }) => disposition ?? refusal?.code)).toEqual(['TAKEN', 'IDEMPOTENCY_KEY_REUSED', 'TAKEN', 'DUPLICATE_IN_LIST']);
  });

  it('changes nothing when the same record comes again, and makes a version of a changed one; both stay readable', async () => {
    const [first] = await takeIn([record('again')]);
    const events = (await logged()).length;
    const [same] = await takeIn([record('again')], 'id productName');
    expect(same).toMatchObject({ disposition: 'UNCHANGED', value: { id: first?.value.id, productName: '电热水壶 again' } });
    expect(await logged()).toHaveLength(events);

    const changed = record('again', { sourceRecord: { source: 'TEST', key: 'again', content: '{"版":2}' } });
    const [second] = await takeIn([changed], 'id number version document supersededBy { id }');
    expect(second).toMatchObject({ disposition: 'UPDATED', value: { number: first?.value.number, version: 2, supersededBy: null } });
    expect(second?.value.id).not.toBe(first?.value.id);

    const read = await hub.ask('regulator-city', 'query ($id: ID!) { riskInformation(id: $id) { version document sourceRecord { content } supersededBy { id version document } } }', {
      id: first?.value.id,
    });
    expect(read.data).toMatchObject({
      riskInformation: { version: 1, document: second?.value['document'], supersededBy: { id: second?.value.id, version: 2 } },
    });

    const list = `query ($filter: RiskInformationFilter) { riskInformationList(filter: $filter) { totalCount nodes { id version } } }`;
    const filter = { productName: '电热水壶 AGAIN' };
    expect((await hub.ask(analyst, list, { filter })).data).toMatchObject({
      riskInformationList: { totalCount: 1, nodes: [{ id: second?.value.id, version: 2 }] },
    });
    expect((await hub.ask(analyst, list, { filter: { ...filter, includeSuperseded: true } })).data).toMatchObject({
      riskInformationList: { totalCount: 2 },
    });
  });

  it('makes a version of one whose source was read in another way: a correction is not dropped', async () => {
    const [first] = await takeIn([record('misread')]);
    const corrected = record('misread', { hazardDegree: 'SERIOUS', scope: { units: 97, countries: ['China'] } });
    const [second] = await takeIn([corrected], 'id number version hazardDegree scope { units unitsText } sourceRecord { contentHash }');
    expect(second).toMatchObject({
      disposition: 'UPDATED',
      value: { number: first?.value.number, version: 2, hazardDegree: 'SERIOUS', scope: { units: 97, unitsText: null } },
    });
    const read = 'query ($id: ID!) { riskInformation(id: $id) { hazardDegree supersededBy { id } } }';
    expect((await hub.ask(analyst, read, { id: first?.value.id })).data).toEqual({
      riskInformation: { hazardDegree: 'HIGH', supersededBy: { id: second?.value.id } },
    });
    expect((await takeIn([{ ...corrected, idempotencyKey: randomUUID() }]))[0]).toMatchObject({ disposition: 'UNCHANGED', value: { id: second?.value.id } });
  });

  it('gives one answer to one key, and to two intakes of one record at the same moment two dispositions', async () => {
    const item = record('twice');
    const [[first], [again]] = await Promise.all([takeIn([item]), takeIn([item])]);
    expect([first?.disposition, again?.disposition, again?.value.id]).toEqual(['TAKEN', 'TAKEN', first?.value.id]);

    const both = await Promise.all([takeIn([record('race')]), takeIn([record('race')])]);
    expect(both.map(([outcome]) => outcome?.disposition).sort()).toEqual(['TAKEN', 'UNCHANGED']);
    expect(new Set(both.map(([outcome]) => outcome?.value.id)).size).toBe(1);
  });

  it('refuses what does not conform with the field and a right example, and takes the others', async () => {
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const tomorrow = new Date(Date.now() + 32 * 3_600_000).toISOString().slice(0, 10);
    const source = (content: string, key = randomUUID()) => ({ sourceRecord: { source: 'TEST', key, content } });
    const outcomes = await takeIn([
      record('bad-1', { productName: '  ' }),
      record('bad-2', { observedOn: tomorrow }),
      record('bad-3', { links: ['javascript:alert(1)'] }),
      record('bad-4', { scope: { soldFrom: '2025-02-01', soldUntil: '2025-01-01' } }),
      record('bad-5', source('x'.repeat(1_000_001))),
      record('bad-6', source('half \ud83d')),
      record('bad-7', { hazardItem: 'x'.repeat(501) }),
      record('bad-8', source('a\u0000b')),
      record('bad-9', source('')),
      record('good', { ...source('贝'.repeat(300_000)), observedOn: today }),
    ]);
    expect(outcomes.map(({ refusal, disposition }) => refusal?.field ?? disposition)).toEqual([
      'productName',
      'observedOn',
      'links.0',
      'scope.soldUntil',
      'sourceRecord.content',
      'sourceRecord.content',
      'hazardItem',
      'sourceRecord.content',
      'sourceRecord.content',
      'TAKEN',
    ]);
    expect(outcomes.map(({ refusal }) => refusal?.code).slice(0, 3)).toEqual(['VALUE_REQUIRED', 'TIME_IN_FUTURE', 'VALUE_INVALID']);
  });

  it('is an act of the centre’s analysts only', async () => {
    for (const asker of ['regulator-province', 'lab-1', 'platform-1', 'merchant-1', 'auditor', { identity: 'center', role: 'SAMPLER' }]) {
      await expect(act(hub, asker, 'takeInRiskInformation', [record('denied')])).rejects.toThrow('ACT_NOT_PERMITTED');
    }
  });
});

describe('risk information is read from every side (5.4.3)', () => {
  const read = `query ($id: ID!) { riskInformation(id: $id) { id productName hazardItem state center { id } assessments { id } sourceRecord { content } } }`;

  it('platforms and labs see the matter, not its handling nor the source record; merchants nothing', async () => {
    const [taken] = await takeIn([record('sides')]);
    const id = taken?.value.id;
    for (const asker of ['platform-1', 'lab-2']) {
      const answer = await hub.ask(asker, read, { id });
      expect(answer.data).toEqual({
        riskInformation: { id, productName: '电热水壶 sides', hazardItem: '触电 (electric shock)', state: null, center: null, assessments: null, sourceRecord: null },
      });
      expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(Array(4).fill('SHARING_NOT_IN_AUDIENCE'));
    }
    const merchant = await hub.ask('merchant-1', read, { id });
    expect(merchant).toMatchObject({ data: { riskInformation: null }, errors: [{ extensions: { code: 'SHARING_NOT_IN_AUDIENCE' } }] });
    const merchantEntity = await hub.ask('merchant-1', `query ($r: [_Any!]!) { _entities(representations: $r) { ... on RiskInformation { id } } }`, {
      r: [{ __typename: 'RiskInformation', id }],
    });
    expect(JSON.stringify(merchantEntity.data)).not.toContain(String(id));
    const city = await hub.ask('regulator-city', read, { id });
    expect(city.data).toMatchObject({ riskInformation: { state: 'COLLECTED', sourceRecord: null } });
    expect((await hub.ask('regulator-province', read, { id })).errors).toBeUndefined();
    expect((await hub.ask('auditor', read, { id })).errors).toBeUndefined();
    expect((await hub.ask('steward', read, { id })).data).toMatchObject({ riskInformation: { sourceRecord: null } });
  });

  it('lists by every filter and order, and refuses a filter on what the caller may not read', async () => {
    await takeIn([
      record('f-1', { productName: '滤芯 Alpha', channel: 'COMPLAINT', hazardDegree: 'LOW', observedOn: '2024-03-01', scope: { countries: ['Italy'], platforms: ['Temu'] }, injuries: null }),
      record('f-2', { productName: '滤芯 100%_beta', channel: 'COMPLAINT', observedOn: '2024-03-02', productCategories: ['Filters'], hazardItem: '铅超标 (lead)' }),
      record('f-3', { productName: '滤芯 gamma', channel: 'COMPLAINT', observedOn: '2024-03-03' }),
    ]);
    const list = `query ($filter: RiskInformationFilter, $orderBy: RiskInformationOrder, $first: Int, $after: String) {
      riskInformationList(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { totalCount nodes { productName } pageInfo { hasNextPage endCursor } } }`;
    const names = async (filter: object, orderBy?: object) => {
      const { data } = await hub.ask<{ riskInformationList: { nodes: { productName: string }[] } }>('platform-1', list, {
        filter: { channel: ['COMPLAINT'], ...filter },
        orderBy,
      });
      return data.riskInformationList.nodes.map(({ productName }) => productName.slice(3));
    };
    expect(await names({})).toEqual(['gamma', '100%_beta', 'Alpha']);
    expect(await names({}, { field: 'PRODUCT_NAME', direction: 'ASC' })).toEqual(['100%_beta', 'Alpha', 'gamma']);
    expect(await names({}, { field: 'COLLECTED_AT', direction: 'ASC' })).toEqual(['Alpha', '100%_beta', 'gamma']);
    expect(await names({ productName: 'ALPHA' })).toEqual(['Alpha']);
    expect(await names({ productName: '%_' })).toEqual(['100%_beta']);
    expect(await names({ hazardItem: 'LEAD' })).toEqual(['100%_beta']);
    expect(await names({ productCategory: 'Filters' })).toEqual(['100%_beta']);
    expect(await names({ platform: 'Temu', country: 'Italy', hasInjuries: false, hazardDegree: ['LOW'] })).toEqual(['Alpha']);
    expect(await names({ observedFrom: '2024-03-02', observedUntil: '2024-03-02' })).toEqual(['100%_beta']);

    const denied = await hub.ask('platform-1', list, { filter: { state: ['COLLECTED'] } });
    expect(denied).toMatchObject({ data: { riskInformationList: null }, errors: [{ extensions: { code: 'SHARING_FILTER_DENIED' } }] });
    const terms = { coordinate: 'RiskInformation.state', owner: 'monitoring-center', terms: 'riskHandling', class: 'UNCONDITIONAL', clause: '3.1 a, 3.2 a' };
    expect(denied.errors?.[0]?.extensions).toEqual({ code: 'SHARING_FILTER_DENIED', argument: 'RiskInformationFilter.state', holderKinds: [], ...terms });
    expect(denied.extensions?.sharing?.refused).toEqual([{ code: 'SHARING_FILTER_DENIED', path: ['riskInformationList'], count: 1, message: denied.errors?.[0]?.message, ...terms }]);

    const page = (after?: string) =>
      hub.ask<{ riskInformationList: { totalCount: number; nodes: { productName: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }>(
        'lab-1',
        list,
        { filter: { channel: ['COMPLAINT'] }, first: 2, after },
      );
    const first = (await page()).data.riskInformationList;
    expect([first.totalCount, first.nodes.length, first.pageInfo.hasNextPage]).toEqual([3, 2, true]);
    const second = (await page(first.pageInfo.endCursor)).data.riskInformationList;
    expect([second.nodes.map(({ productName }) => productName), second.pageInfo.hasNextPage]).toEqual([['滤芯 Alpha'], false]);
  });
});

describe('the words of a source', () => {
  it('are told of what came from the internet, and of a complaint to nobody on application: its complainant never leaves the centre (5.1.1)', async () => {
    const content = '{"complainant":"张三"}';
    await takeIn([
      record('told', { sourceRecord: { source: 'TEST', key: 'told', content } }),
      record('kept', { channel: 'COMPLAINT', sourceRecord: { source: 'TEST', key: 'kept', content } }),
    ]);
    const query = '{ riskInformationList(first: 100) { nodes { productName sourceText sourceRecord { content } } } }';
    const { data, errors } = await hub.ask<{ riskInformationList: { nodes: { productName: string; sourceText: string | null; sourceRecord: { content: string } }[] } }>(analyst, query);
    expect(errors).toBeUndefined();
    const textOf = (name: string) => data.riskInformationList.nodes.find(({ productName }) => productName === `电热水壶 ${name}`);
    expect(textOf('told')).toMatchObject({ sourceText: content, sourceRecord: { content } });
    expect(textOf('kept')).toMatchObject({ sourceText: null, sourceRecord: { content } });
  });
});
