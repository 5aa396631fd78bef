import { randomUUID } from 'node:crypto';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlatformsDatabase } from '../src/repository/database.js';
import { contactKeepingOf } from '../src/contacts/contact-keeping-of.js';
import { seedPlatforms } from '../src/repository/seed-platforms.js';
import { platformsService } from '../src/service.js';
import { deskOf } from './desk.js';

let hub: SubgraphUnderTest<PlatformsDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(platformsService);
  await seedPlatforms(hub.database, contactKeepingOf(hub.environment));
});
afterAll(() => hub.close());

const { act, eventsOf } = deskOf(() => hub);
const fields = `id number state revision productName brand hazardItem hazardDegree observedOn listingItemIds links takenInAt riskInformationNumber
  scope { units soldFrom soldUntil countries } injuries { hasInjuries hasDeaths description } platform { id } center { id } submitted { userId partyId }`;
const report = {
  centerId: 'center',
  productName: ' 电热水壶 ',
  brand: '好物',
  hazardItem: '触电',
  hazardDescription: '壶身带电',
  hazardDegree: 'HIGH',
  scope: { units: 1200, soldFrom: '2025-11-01', soldUntil: '2026-02-28' },
  injuries: { hasInjuries: true, description: '一人触电' },
  listingItemIds: ['1807067'],
  links: ['https://yunjishi.example/item/1807067'],
  observedOn: '2026-03-01',
};
const submit = (more: object = {}, asker = 'platform-1') => act(asker, 'reportRisk', fields, { ...report, ...more });
const submitted = async () => String((await submit()).value?.['id']);

describe('a platform reports risk information (3.4 a)', () => {
  it('to the centre that it names, which is told the whole of it', async () => {
    const { value, refusal } = await submit();
    expect(refusal).toBeNull();
    expect(value).toMatchObject({
      number: expect.stringMatching(/^BS-2026-[0-9A-Z]{10}$/) as string,
      state: 'SUBMITTED',
      productName: '电热水壶',
      observedOn: '2026-03-01',
      scope: { units: 1200, soldFrom: '2025-11-01', soldUntil: '2026-02-28', countries: [] },
      injuries: { hasInjuries: true, hasDeaths: false, description: '一人触电' },
      platform: { id: 'platform-1' },
      center: { id: 'center' },
      submitted: { userId: 'platform-1.1', partyId: 'platform-1' },
    });
    const [told] = await eventsOf(String(value?.['id']));
    const scope = { units: 1200, unitsText: null, countries: [], retailers: [], platforms: [], soldFrom: '2025-11-01', soldUntil: '2026-02-28' };
    expect(told?.payloads['monitoring-center']).toEqual({
      ...report,
      id: value?.['id'],
      number: value?.['number'],
      platformId: 'platform-1',
      productName: '电热水壶',
      scope,
      injuries: { hasInjuries: true, hasDeaths: false, description: '一人触电' },
    });
  });

  it('500 at once, of which the wrong ones are refused and the others go through', async () => {
    const items = Array.from({ length: 500 }, (_, index) => ({ ...report, idempotencyKey: randomUUID(), ...(index % 100 === 7 && { productName: ' ' }) }));
    const before = await hub.database.riskReport.count();
    const answer = await hub.ask<{ reportRisk: { outcomes: { value: object | null; refusal: { code: string; field: string } | null }[] } }>(
      'platform-1',
      'mutation ($items: [ReportRiskInput!]!) { reportRisk(items: $items) { outcomes { value { id } refusal { code field } } } }',
      { items },
    );
    const refused = answer.data.reportRisk.outcomes.flatMap(({ refusal }, index) => (refusal ? [[index, refusal.code, refusal.field]] : []));
    expect(refused).toEqual([7, 107, 207, 307, 407].map((index) => [index, 'VALUE_REQUIRED', 'productName']));
    expect(await hub.database.riskReport.count()).toBe(before + 495);
  }, 120_000);

  it('once, however often the same submission comes', async () => {
    const item = { idempotencyKey: randomUUID() };
    const [one, two] = await Promise.all([submit(item), submit(item)]);
    expect(one.value).toMatchObject({ state: 'SUBMITTED' });
    expect(two).toEqual(one);
    expect(await eventsOf(String(one.value?.['id']))).toHaveLength(1);
  });

  it.each([
    [{ centerId: 'lab-1' }, 'NOT_FOUND', 'centerId'],
    [{ listingItemIds: ['1807067', 'HW20260001'] }, 'LISTING_UNKNOWN', 'listingItemIds'],
    [{ observedOn: '2099-01-01' }, 'TIME_IN_FUTURE', 'observedOn'],
    [{ scope: { units: -1 } }, 'VALUE_INVALID', 'scope.units'],
    [{ scope: { soldFrom: '2026-02-01', soldUntil: '2026-01-01' } }, 'VALUE_INVALID', 'scope.soldUntil'],
    [{ links: ['javascript:alert(1)'] }, 'VALUE_INVALID', 'links.0'],
  ])('and is refused with %j', async (more, code, field) => {
    expect(await submit(more)).toMatchObject({ value: null, refusal: { code, field } });
  });

  it('and learns under which number it was taken in, once', async () => {
    const id = await submitted();
    const tell = () =>
      hub.others.say({
        kind: 'RiskReportTakenIn',
        subjectType: 'RiskReport',
        subjectId: id,
        payload: { riskReportId: id, platformId: 'platform-1', number: 'FX-2026-000042' },
      });
    const read = async () => (await hub.ask<{ riskReport: { state: string } }>('platform-1', `query ($id: ID!) { riskReport(id: $id) { ${fields} } }`, { id })).data.riskReport;
    tell();
    const taken = await eventually(read, ({ state }) => state === 'TAKEN_IN');
    expect(taken).toMatchObject({ revision: 2, riskInformationNumber: 'FX-2026-000042', takenInAt: expect.any(String) as string });
    tell();
    hub.others.say({ kind: 'RiskReportTakenIn', subjectType: 'RiskReport', subjectId: 'none', payload: { riskReportId: 'none', platformId: 'x', number: 'x' } });
    const next = await submitted();
    hub.others.say({ kind: 'RiskReportTakenIn', subjectType: 'RiskReport', subjectId: next, payload: { riskReportId: next, platformId: 'platform-1', number: 'FX-2026-000043' } });
    await eventually(() => hub.database.riskReport.findUniqueOrThrow({ where: { id: next } }), ({ state }) => state === 'TAKEN_IN');
    expect(await read()).toEqual(taken);
    expect((await eventsOf(id)).map(({ kind }) => kind)).toEqual(['RiskReported', 'RiskReportAnswered']);
  });

  it('that its competitor never sees: not by id, list, count, filter or reference', async () => {
    const id = await submitted();
    const found = async (asker: string) => {
      const { data } = await hub.ask<{ riskReport: object | null; riskReports: { totalCount: number } | null; _entities: unknown[] }>(
        asker,
        `query ($id: ID!, $r: [_Any!]!) { riskReport(id: $id) { id } riskReports(filter: { hazardItem: "触电", observedFrom: "2026-03-01", observedUntil: "2026-03-01" }) { totalCount }
           _entities(representations: $r) { ... on RiskReport { id } } }`,
        { id, r: [{ __typename: 'RiskReport', id }] },
      );
      return [data.riskReport, (data.riskReports?.totalCount ?? 0) > 0, data._entities[0]];
    };
    for (const asker of ['platform-1', 'center']) expect(await found(asker)).toEqual([{ id }, true, { id }]);
    for (const asker of ['platform-2', 'merchant-1', 'regulator-province', 'lab-1', 'enterprise-1']) expect(await found(asker)).toEqual([null, false, null]);
    expect(await submit({}, 'merchant-1')).toMatchObject({ refusal: { code: 'ACT_NOT_PERMITTED' } });
  });
});
