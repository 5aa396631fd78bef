import { bilingualMessage } from '../errors/bilingual-message.js';
import type { Bilingual } from '../errors/bilingual.js';
import { deprecatables, goneFrom } from '../policy/lint/deprecation-notice.js';
import type { OwnerContract } from '../policy/lint/owner-contract.js';
import { removedAfterNotice } from '../policy/lint/removed-after-notice.js';
import { finding, type SchemaFinding } from './schema-finding.js';

/** Days that whoever uses a field has at least between its deprecation and the day from which it may be gone. */
const grace = 30;
const day = 86_400_000;

/**
 * What candidates have no more and had not deprecated in time, and what they deprecate with too little time to go (5.4.3 c). A warning, unless a data steward has made it an error for the subgraph: whether
 * anybody is broken is told by use, and what moves to another owner or leaves with its type is not gone by itself.
 *
 * @param today as YYYY-MM-DD
 */
export function noticeGiven(before: readonly OwnerContract[], after: readonly OwnerContract[], owners: readonly string[], today: string): readonly SchemaFinding[] {
  const there = new Set(after.flatMap(({ schema }) => Object.values(schema.getTypeMap()).flatMap(({ name }) => name)));
  const remains = new Map(after.flatMap(({ schema }) => deprecatables(schema).map(({ coordinate, reason }) => [coordinate, reason] as const)));
  const latest = new Date(Date.parse(today) + grace * day).toISOString().slice(0, 10);
  return before
    .filter(({ owner }) => owners.includes(owner))
    .flatMap(({ owner, schema }) =>
      deprecatables(schema).flatMap(({ coordinate, reason: had }) => {
        const [type = ''] = coordinate.split('.');
        const has = remains.get(coordinate);
        if (has === undefined) return there.has(type) && !isOver(had, today) ? [told(owner, coordinate, gone(had))] : [];
        const [promised, from] = [had, has].map((reason) => (reason === null ? undefined : goneFrom(reason)));
        const isSooner = from !== undefined && from < latest && (promised === undefined || from < promised);
        return isSooner ? [told(owner, coordinate, tooSoon(from, latest))] : [];
      }),
    );
}

function isOver(reason: string | null, today: string): boolean {
  const from = reason === null ? undefined : goneFrom(reason);
  return from !== undefined && from <= today;
}

function gone(reason: string | null): Bilingual {
  const from = reason === null ? undefined : goneFrom(reason);
  return from === undefined
    ? { en: 'it is gone without having been deprecated with a day; deprecate it first, for thirty days at least', 'zh-CN': '未经注明日期的弃用即被删除，请先弃用至少三十日' }
    : { en: `it was promised until ${from}; keep it until then`, 'zh-CN': `已承诺保留至 ${from}，请保留到该日` };
}

function tooSoon(from: string, latest: string): Bilingual {
  return { en: `it may be gone from ${from}, in less than thirty days; give those who use it until ${latest}`, 'zh-CN': `自 ${from} 起可能删除，不足三十日，请至少保留至 ${latest}` };
}

function told(owner: string, coordinate: string, words: Bilingual): SchemaFinding {
  const { name, clause } = removedAfterNotice;
  return finding({ kind: 'LINT', severity: 'WARNING', code: name, owners: [owner], coordinate, message: bilingualMessage('FINDING_OF_RULE', { place: coordinate, words, clause }) });
}
