import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegulatorDatabase } from '../src/repository/database.js';
import { regulatorService } from '../src/service.js';

let hub: SubgraphUnderTest<RegulatorDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(regulatorService);
  for (const [id, holder] of [['a', 'regulator-city'], ['b', 'regulator-province'], ['c', 'regulator-city'], ['d', 'regulator-city']] as const) {
    await hub.database.receivedAssessmentReport.create({
      data: {
        id,
        number: id,
        title: id,
        centerId: 'center',
        receivedAt: new Date(`2026-03-0${id.charCodeAt(0) - 96}T00:00:00Z`),
        decideBy: new Date(),
        cause: 'x:y',
        holder,
        concerned: ['center'],
        state: 'RECEIVED',
        reached: ['RECEIVED'],
      },
    });
  }
});
afterAll(() => hub.close());

const cursor = (id: string) => Buffer.from(`ReceivedAssessmentReport:${id}`).toString('base64url');
const page = async (args: string) => {
  const answer = await hub.ask<{ receivedAssessmentReports: { nodes: { id: string }[] } | null }>(
    'regulator-city',
    `{ receivedAssessmentReports(${args}) { nodes { id } } }`,
  );
  return answer.data.receivedAssessmentReports?.nodes.map(({ id }) => id) ?? answer.errors?.[0]?.extensions.code;
};

describe('reading with bad intent', () => {
  it('learns nothing from the cursor of a hidden row: it is refused like that of no row', async () => {
    expect(await page('first: 5')).toEqual(['d', 'c', 'a']);
    expect(await page(`first: 5, after: "${cursor('c')}"`)).toEqual(['a']);
    expect(await page(`first: 5, after: "${cursor('b')}"`)).toBe('CURSOR_INVALID');
    expect(await page(`first: 5, after: "${cursor('zz')}"`)).toBe('CURSOR_INVALID');
    expect(await page(`last: 5, before: "${cursor('b')}"`)).toBe('CURSOR_INVALID');
  });

  it('goes on from a row that has left the list and is still the caller’s', async () => {
    await hub.database.receivedAssessmentReport.update({ where: { id: 'c' }, data: { state: 'DECIDED' } });
    expect(await page(`first: 5, filter: { state: [RECEIVED] }, after: "${cursor('c')}"`)).toEqual(['a']);
  });

  it('gets a coded word for paging in two directions, pages too large, and cursors of another list', async () => {
    expect(await page(`first: 5, before: "${cursor('a')}"`)).toBe('PAGE_SIZE_INVALID');
    expect(await page('first: 5, last: 5')).toBe('PAGE_SIZE_INVALID');
    expect(await page('first: 100000')).toBe('PAGE_SIZE_INVALID');
    expect(await page('first: -1')).toBe('PAGE_SIZE_INVALID');
    expect(await page('first: 1, after: "bm9uZQ"')).toBe('CURSOR_INVALID');
  });

  it('gets a coded word for texts that nothing can keep', async () => {
    const nul = await hub.ask('regulator-city', 'query ($id: ID!) { monitoringPlan(id: $id) { id } }', { id: 'a\u0000b' });
    expect(nul.errors).toMatchObject([{ extensions: { code: 'TEXT_UNSTORABLE' } }]);
    const act = await hub.ask<{ decideAssessmentReport: { outcomes: { refusal: { code: string } }[] } }>(
      'regulator-city',
      'mutation ($items: [DecideAssessmentReportInput!]!) { decideAssessmentReport(items: $items) { outcomes { refusal { code } } } }',
      { items: ['k\u0000', 'plain'].map((key) => ({ idempotencyKey: key, reportId: 'a\ud800', outcome: 'ACCEPTED' })) },
    );
    expect(act.data.decideAssessmentReport.outcomes.map(({ refusal }) => refusal.code)).toEqual(['TEXT_UNSTORABLE', expect.stringMatching(/TEXT_UNSTORABLE|NOT_FOUND/)]);
  });
});
