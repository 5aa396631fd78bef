import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Asker, GraphqlAnswer } from '../../../scripts/src/asking/asked-hub.js';
import { performAct } from '../../../scripts/src/asking/perform-act.js';
import { thread } from '../../../scripts/src/thread/thread.js';
import type { AbusedHub } from './abused-hub.js';
import { Shape } from './shape.js';
import { madeBy, onOtherSide, tracesIn, type Side } from './sides.js';

const rivals = ['lab', 'platform', 'merchant'] as const;

/** Labs against labs, platforms against platforms, merchants against merchants: every field and every desk (5.4.3 d). */
export function rivalsOnEveryDesk(hub: () => AbusedHub): void {
  describe('a rival', () => {
    it.each(rivals)('sees by no root field, on no desk and in no error anything of what another %s has, who sees it there', async (kind) => {
      const shape = await Shape.of(hub());
      for (const [index, own] of hub().sides.entries()) {
        const other = hub().sides[1 - index] as Side;
        const asker = { identity: own[kind] };
        let seen = '';
        for (const root of shape.roots()) {
          const answer = await hub().ask(asker, `{ ${root} }`);
          expect(answer.status, root).toBe(200);
          seen += JSON.stringify(answer);
        }
        seen += await wholeFeed(hub(), asker);
        expect(tracesIn(seen, other), own[kind]).toEqual([]);
        expect(tracesIn(seen, own), own[kind]).toEqual(expect.arrayContaining(opened(own, kind)));
      }
    }, 120_000);

    it.each(['lab', 'platform'] as const)('can do none of the acts that are another %s’s: they come to what they come to on what there is not', async (kind) => {
      const [one, other] = hub().sides;
      const steps = thread.filter(({ by }) => by.identity === one[kind]);
      expect(steps.length).toBeGreaterThan(0);
      for (const step of steps) {
        const codes = async (items: readonly object[]) => {
          const keyed = items.map((item, n) => ({ idempotencyKey: `abuse-${step.act}-${n}-${JSON.stringify(item).length}`, ...item }));
          return (await performAct(hub(), onOtherSide(step).by, step.act, keyed)).map(({ value, refusal }) => ({ value, code: refusal?.code, field: refusal?.field }));
        };
        const items = step.items(one.state);
        const nowhere = JSON.parse(Object.values(madeBy(one)).flat().reduce((text, id) => text.replaceAll(id, '00000000-0000-4000-8000-000000000000'), JSON.stringify(items))) as object[];
        const tried = await codes(items);
        expect(tried.map(({ value, code }) => [value, code]), step.act).toEqual(items.map(() => [null, 'NOT_FOUND']));
        expect(tried, step.act).toEqual(await codes(nowhere));
      }
      expect(one.state.run).not.toBe(other.state.run);
    });

    it('can do none of the acts that are another merchant’s: it files no self-inspection and no rectification on what is not its own, and the other does', async () => {
      const nowhere = '00000000-0000-4000-8000-000000000000';
      for (const [index, own] of hub().sides.entries()) {
        const other = hub().sides[1 - index] as Side;
        const tried = async (merchant: string, act: string, item: object) => {
          const [outcome] = await performAct(hub(), { identity: merchant }, act, [{ idempotencyKey: randomUUID(), ...item }]);
          return { id: outcome?.value?.id, code: outcome?.refusal?.code, field: outcome?.refusal?.field };
        };
        const inspection = (monitoringDataId = '') => ({ monitoringDataId, findings: '自检一批', cause: '绝缘不良', unitsInStock: 1, unitsSold: 1 });
        const rectification = (selfInspectionId = '') => ({ selfInspectionId, measures: '更换供应商' });
        const [dataId] = own.state.monitoringDataIds;
        expect(await tried(other.merchant, 'fileSelfInspection', inspection(dataId))).toEqual(await tried(other.merchant, 'fileSelfInspection', inspection(nowhere)));
        const filed = await tried(own.merchant, 'fileSelfInspection', inspection(dataId));
        expect(filed).toMatchObject({ id: expect.any(String) as string, code: undefined });
        expect(await tried(other.merchant, 'fileRectification', rectification(filed.id))).toEqual(await tried(other.merchant, 'fileRectification', rectification(nowhere)));
        expect((await tried(other.merchant, 'fileRectification', rectification(filed.id))).code).toBe('NOT_FOUND');
        expect((await tried(own.merchant, 'fileRectification', rectification(filed.id))).code).toBeUndefined();
      }
    });
  });
}

/** Every event that somebody is told of: a page of the feed shows its beginning alone. */
async function wholeFeed(hub: AbusedHub, asker: Asker): Promise<string> {
  let [feed, after]: [string, string | null] = ['', null];
  for (;;) {
    const query = 'query ($after: String) { exchangeEvents(first: 100, after: $after) { nodes { id kind subjectType subjectId causedBy } pageInfo { hasNextPage endCursor } } }';
    const answer: GraphqlAnswer = await hub.ask(asker, query, { after });
    expect(answer.errors).toBeUndefined();
    const page = answer.data?.['exchangeEvents'] as unknown as { nodes: object[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
    feed += JSON.stringify(page.nodes);
    after = page.pageInfo.endCursor;
    if (!page.pageInfo.hasNextPage) return feed;
  }
}

/** What of a side's walk has come to its own party. */
function opened({ state }: Side, kind: (typeof rivals)[number]): string[] {
  if (kind !== 'lab') return [...state.monitoringDataIds, ...state.monitoringDataIds.map((_, n) => `ITEM-${state.run}-${n}`)];
  return [state.commissionId, ...state.sampleIds, ...state.receiptIds, ...state.inspectionReportIds, ...state.inspectionReportIds.map((_, n) => `QH-${state.run}-${n}`)];
}
