import { randomUUID } from 'node:crypto';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Asker } from '../../../scripts/src/asking/asked-hub.js';
import { JourneyHub } from './journey-hub.js';

const analyst: Asker = { identity: 'center', role: 'ANALYST' };
const platform: Asker = { identity: 'platform-1' };
const province: Asker = { identity: 'regulator-province' };

interface Found {
  readonly totalCount: number;
  readonly corrected: boolean;
  readonly nodes: readonly { readonly type: string; readonly record: { readonly __typename: string; readonly productName?: string; readonly title?: string; readonly platform?: { readonly id: string } } | null; readonly highlights: readonly { readonly field: string }[] }[];
}

const query = `query ($text: String!, $criteria: SearchCriteria) { search(text: $text, criteria: $criteria) { totalCount corrected nodes { type highlights { field } record {
  __typename ... on RiskInformation { productName hazardItem } ... on Listing { title platform { id } } ... on Sample { number } ... on MonitoringData { productName } ... on InspectionReport { reportNumber: number } } } } }`;

let hub: JourneyHub;
beforeAll(async () => {
  hub = await JourneyHub.start({ separate: false, first: true });
  await hub.ready();
}, 180_000);
afterAll(() => hub?.stop(), 60_000);

async function search(asker: Asker, text: string, criteria?: object): Promise<Found> {
  const { data, errors } = await hub.ask(asker, query, { text, criteria });
  expect(errors).toBeUndefined();
  return data?.['search'] as unknown as Found;
}

describe('whoever looks for something in the hub', () => {
  // Asked first: what was there before is still being gone through, and keeps nobody waiting.
  it('finds a record within seconds of its arrival, in Chinese, in any width, and with a slip', async () => {
    const content = JSON.stringify({ key: randomUUID() });
    const item = { idempotencyKey: randomUUID(), channel: 'INTERNET', productName: '便携式充电宝PowerNestle', hazardItem: '自燃', scope: {}, observedOn: '2026-03-01', sourceRecord: { source: 'news', key: content, content } };
    await hub.ask(analyst, 'mutation ($items: [TakeInRiskInformationInput!]!) { takeInRiskInformation(items: $items) { outcomes { refusal { code } } } }', { items: [item] });
    await eventually(() => search(platform, '充电宝自燃'), ({ nodes: hits }) => hits[0]?.record?.productName === '便携式充电宝PowerNestle');
    expect((await search(platform, 'ＰｏｗｅｒＮｅｓｔｌｅ')).totalCount).toBe(1);
    const slip = await search(platform, 'powernetsle');
    expect([slip.corrected, slip.totalCount]).toEqual([true, 1]);
    expect(slip.nodes[0]?.highlights.map(({ field }) => field)).toEqual(['RiskInformation.productName']);
  });

  it('finds what was there before the search, and each record comes from its owner', async () => {
    const { nodes: hits } = await eventually(() => search(platform, 'crib strangulation', { type: ['RISK_INFORMATION'] }), ({ totalCount }) => totalCount > 5);
    for (const { type, record } of hits) {
      expect([type, record?.__typename]).toEqual(['RISK_INFORMATION', 'RiskInformation']);
      expect(record?.productName).toBeTruthy();
    }
  });

  it('finds of listings, as a platform, its own alone, and as a regulator those of all', async () => {
    const listings = { type: ['LISTING'] };
    const foundBy = (asker: Asker) => Promise.all(['chocolate', '电热水壶'].map((word) => search(asker, word, listings)));
    const countsOf = (found: readonly Found[]) => found.map(({ totalCount }) => totalCount);
    const platformsOf = ({ nodes }: Found) => [...new Set(nodes.map(({ record }) => record?.platform?.id))];
    // The first filling of the index takes as long as it takes: asked until nothing came between the first question and the last.
    for (;;) {
      const before = await foundBy(province);
      const ofEach = [countsOf(await foundBy(platform)), countsOf(await foundBy({ identity: 'platform-2' }))];
      const [first = 0, second = 0] = countsOf(before);
      if (first === 0 || second === 0 || String(countsOf(await foundBy(province))) !== String([first, second])) continue;
      expect(before.map(platformsOf)).toEqual([['platform-1'], ['platform-2']]);
      expect(ofEach).toEqual([[first, 0], [0, second]]);
      return;
    }
  }, 180_000);
});
