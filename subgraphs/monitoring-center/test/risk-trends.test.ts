import { randomUUID } from 'node:crypto';
import { tellDesk } from '@hub/kernel/testing/conformance/tell-desk.js';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importRiskInformation } from '../src/repository/import-risk-information.js';
import { monitoringCenterService } from '../src/service.js';
import { analyst, type Hub } from './acts.js';
import { assessmentItem, takenInRecord } from './risk.js';
import { actOn } from './thread.js';

let hub: Hub;
const records: string[] = [];
beforeAll(async () => {
  hub = await subgraphUnderTest(monitoringCenterService);
  for (const day of ['2026-01-05', '2026-03-03', '2026-03-10', '2026-03-10', '2026-03-11']) {
    records.push(await takenInRecord(hub, { observedOn: day, productCategories: ['0707', '0706'], scope: { platforms: ['甲'], retailers: [day] } }));
  }
  await takenInRecord(hub, { observedOn: '2026-03-11', hazardItem: 'fire (电池)', channel: 'COMPLAINT', productCategories: ['0708'] });
  await takenInRecord(hub, { observedOn: '2026-03-11', hazardItem: '标识不符' });
  const key = 'superseded';
  for (const content of ['one', 'two']) await takenInRecord(hub, { observedOn: '2026-03-12', hazardItem: '起火', sourceRecord: { source: 'TEST', key, content } });
});
afterAll(() => hub.close());

interface Trend {
  readonly value: string;
  readonly name: string;
  readonly count: number;
  readonly region: { readonly code: string } | null;
  readonly points: { readonly from: string; readonly count: number; readonly rise: object | null }[];
}
const ask = (asker: Parameters<Hub['ask']>[0], dimension: string, more = '', headers = {}) =>
  hub.ask<{ riskTrends: Trend[] | null }>(
    asker,
    `{ riskTrends(by: { dimension: ${dimension} }, since: "2026-03-02", until: "2026-03-15" ${more}) { value name count region { code } points { from count rise { observed expected threshold baselineFrom baselineUntil } } } }`,
    {},
    headers,
  );
const told = async (dimension: string, more = '', asker: Parameters<Hub['ask']>[0] = analyst) => (await ask(asker, dimension, more)).data.riskTrends?.map(({ value, count, points }) => [value, count, ...points.map((point) => point.count)]);

describe('risk information is counted period by period (5.1.1)', () => {
  it('by hazard in either language, category, channel and region, current versions alone', async () => {
    expect(await told('HAZARD')).toEqual([['ELECTRIC_SHOCK', 4, 1, 3], ['FIRE', 2, 0, 2], ['OTHER', 1, 0, 1]]);
    expect(await told('PRODUCT_CATEGORY')).toEqual([['0706', 4, 1, 3], ['0707', 4, 1, 3], ['0708', 1, 0, 1]]);
    expect(await told('CHANNEL')).toEqual([['INTERNET', 6, 1, 5], ['COMPLAINT', 1, 0, 1]]);
    const regions = (await ask(analyst, 'REGION')).data.riskTrends;
    expect(regions).toMatchObject([{ count: 7, region: { code: regions?.[0]?.value } }]);
  });

  it('as filtered, the most frequent, by day or month', async () => {
    expect(await told('HAZARD', ', filter: { channel: [COMPLAINT] }')).toEqual([['FIRE', 1, 0, 1]]);
    expect(await told('HAZARD', ', first: 1')).toHaveLength(1);
    expect(await told('CHANNEL', ', period: MONTH')).toEqual([['INTERNET', 6, 6], ['COMPLAINT', 1, 1]]);
    expect((await told('CHANNEL', ', period: DAY'))?.[0]).toHaveLength(16);
  });

  it('with names in the language of who asks', async () => {
    const named = async (language: string) => (await ask(analyst, 'HAZARD', '', { 'accept-language': language })).data.riskTrends?.map(({ name }) => name);
    expect(await named('en')).toEqual(['electric shock', 'fire', 'other']);
    expect(await named('zh-CN')).toEqual(['触电', '起火', '其他']);
  });

  it('with rises, and the figures behind them', async () => {
    const trends = (await ask(analyst, 'HAZARD')).data.riskTrends;
    const [quiet, rising] = trends?.[0]?.points ?? [];
    expect(quiet?.rise).toBeNull();
    // One in seven weeks before: 1/7 and three times √(1/7).
    expect(rising?.rise).toEqual({ observed: 3, expected: 0.143, threshold: 1.277, baselineFrom: '2026-01-05', baselineUntil: '2026-02-22' });
  });

  it('to nobody by what is closed to them, and not more than a page holds', async () => {
    expect(await told('CHANNEL', '', 'platform-1')).toEqual([['INTERNET', 6, 1, 5], ['COMPLAINT', 1, 0, 1]]);
    const codesOf = async (...of: Parameters<typeof ask>) => (await ask(...of)).errors?.map(({ extensions }) => extensions.code);
    expect(await codesOf('platform-1', 'REGION')).toEqual(['SHARING_FILTER_DENIED']);
    expect(await codesOf('platform-1', 'CHANNEL', ', filter: { state: [COLLECTED] }')).toEqual(['SHARING_FILTER_DENIED']);
    expect((await ask('merchant-1', 'CHANNEL')).data.riskTrends).toBeNull();
    expect(await codesOf(analyst, 'CHANNEL', ', first: 101')).toEqual(['VALUE_INVALID']);
    // A record of two versions would count twice.
    expect((await ask(analyst, 'CHANNEL', ', filter: { includeSuperseded: true }')).errors).toMatchObject([{ message: expect.stringContaining('filter.includeSuperseded'), extensions: { code: 'VALUE_INVALID' } }]);
    expect(await told('HAZARD', ', filter: { includeSuperseded: false }')).toEqual(await told('HAZARD'));
    const long = await hub.ask(analyst, '{ riskTrends(by: { dimension: CHANNEL }, period: DAY, since: "2020-01-01", until: "2026-01-01") { value } }');
    expect(long.errors).toMatchObject([{ message: expect.stringContaining('since'), extensions: { code: 'VALUE_INVALID' } }]);
  });
});

describe('what is closed to who asks is not counted (5.4.3)', () => {
  /** Closes a field on the rows of a holder while something is asked. */
  async function closed<Asked>(coordinate: string, holderId: string, ask: () => Promise<Asked>): Promise<Asked> {
    const closing = { subjectType: 'FieldClosing', subjectId: randomUUID() };
    await tellDesk(hub, 'monitoring-center', [{ kind: 'FieldClosed', ...closing, payload: { id: closing.subjectId, coordinate, holderId, ground: 'an incident' } }]);
    try {
      return await ask();
    } finally {
      await tellDesk(hub, 'monitoring-center', [{ kind: 'FieldReopened', ...closing, payload: { id: closing.subjectId } }]);
    }
  }

  it('neither rows, nor by a field, nor in a suggested spread', async () => {
    const row = { channel: 'SUPERVISION', productName: '插座', hazardItem: '触电', scope: {}, observedOn: '2026-03-11', sourceRecord: { source: 'TEST', key: 'theirs', content: 'x' } } as const;
    await importRiskInformation(hub.database, { userId: 'u', partyId: 'another-center', role: 'ANALYST' }, [row]);
    const [shock, supervised] = [['ELECTRIC_SHOCK', 5, 1, 4], ['SUPERVISION', 1, 0, 1]];
    const both = async () => [await told('HAZARD'), await told('CHANNEL')];
    expect(await both()).toEqual([expect.arrayContaining([shock]), expect.arrayContaining([supervised])]);
    const withoutRows = await closed('RiskInformation.id', 'another-center', both);
    expect(withoutRows).toEqual([expect.arrayContaining([['ELECTRIC_SHOCK', 4, 1, 3]]), expect.not.arrayContaining([supervised])]);
    const withoutField = await closed('RiskInformation.hazardItem', 'another-center', both);
    expect(withoutField).toEqual([expect.arrayContaining([['ELECTRIC_SHOCK', 4, 1, 3]]), expect.arrayContaining([supervised])]);

    const { id } = await actOn(hub, analyst, 'groupRiskInformation', { riskInformationIds: records.slice(3) });
    const suggested = () => hub.ask('regulator-city', `{ riskCluster(id: "${id}") { records { id } suggestedSpread { records } } }`);
    expect((await suggested()).data).toMatchObject({ riskCluster: { suggestedSpread: { records: 2 } } });
    expect((await closed('RiskInformation.scope', 'center', suggested)).data).toMatchObject({ riskCluster: { records: { length: 2 }, suggestedSpread: null } });
  });
});

describe('records suggest a spread (5.1.2)', () => {
  it('on a cluster and on its assessment, with the figures', async () => {
    const [a, b, c] = records;
    const clusterId = (await actOn(hub, analyst, 'groupRiskInformation', { riskInformationIds: [a, b, c] })).id;
    const suggestion = 'suggestedSpread { spread records sellers platforms since until regions { code } }';
    const figures = { spread: 'LIMITED', records: 3, sellers: 3, platforms: ['甲'], since: '2026-01-05', until: '2026-03-10', regions: { length: 1 } };
    const cluster = await hub.ask(analyst, `{ riskCluster(id: "${clusterId}") { ${suggestion} } }`);
    expect(cluster.data).toMatchObject({ riskCluster: { suggestedSpread: figures } });
    const assessed = await actOn(hub, analyst, 'assessRiskInformation', assessmentItem(null, { clusterId, spread: 'SINGLE' }), `spread ${suggestion}`);
    expect(assessed).toMatchObject({ spread: 'SINGLE', suggestedSpread: figures });
  });
});
