import { describe, expect, it } from 'vitest';
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
  });
}

/** What of a side's walk has come to its own party. */
function opened({ state }: Side, kind: (typeof rivals)[number]): string[] {
  if (kind !== 'lab') return [...state.monitoringDataIds, ...state.monitoringDataIds.map((_, n) => `ITEM-${state.run}-${n}`)];
  return [state.commissionId, ...state.sampleIds, ...state.receiptIds, ...state.inspectionReportIds, ...state.inspectionReportIds.map((_, n) => `QH-${state.run}-${n}`)];
}
