import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { standardKey } from '@hub/schema/identifiers/standard-key.js';
import type { JudgementInput } from '../generated/graphql.js';
import { itemName } from './item-name.js';
import { proposedVerdict } from './proposed-verdict.js';
import type { ItemResult, SubItem } from './test-result.js';
import { verdictOfSpecimen } from './verdict-of-specimen.js';

/** Reasons of one review, whatever the report; each that is on no sub-item is told by its place. */
const usualMost = 1_000;

/**
 * Results with the reasons that the reviewer signs: one for each sub-item whose verdict no rule
 * decides, or that is left unjudged where a rule would propose a verdict, none elsewhere (5.3.3).
 * @throws Refusal JUDGEMENT_REASON_MISSING, VALUE_INVALID, VALUE_REQUIRED, VALUE_TOO_LONG
 */
export function judgedResults(results: readonly ItemResult[], judgements: readonly JudgementInput[]): ItemResult[] {
  const most = Math.max(usualMost, results.reduce((count, { subItems }) => count + subItems.length, 0));
  requireValid(judgements.length <= most, 'judgements', { en: `${most} reasons are the most`, 'zh-CN': `至多 ${most} 条理由` }, { en: 'one reason for a sub-item', 'zh-CN': '每个子项至多一条理由' });
  const places = new Map<string, number>();
  for (const [index, { itemCode, standardNumber, standardVersion, subItem }] of judgements.entries()) {
    const key = keyOf(itemCode, standardNumber, standardVersion, subItem?.trim() || null);
    if (!places.has(key)) places.set(key, index);
  }
  const used = new Set<number>();
  const missing: string[] = [];
  const judged = results.map((result) => ({
    ...result,
    subItems: result.subItems.map((subItem) => {
      if (!needsJudgement(subItem)) return subItem;
      const place = places.get(keyOf(result.itemCode, result.standardNumber, result.standardVersion, subItem.name));
      const judgement = place === undefined ? undefined : judgements[place];
      if (place === undefined || !judgement) {
        missing.push([itemName({ ...result, code: result.itemCode }), subItem.name].filter(Boolean).join(' '));
        return subItem;
      }
      used.add(place);
      return { ...subItem, judgement: requireText(`judgements.${place}.reason`, judgement.reason) };
    }),
  }));
  if (missing.length > 0) {
    throw new Refusal('JUDGEMENT_REASON_MISSING', { field: 'judgements', parameters: { items: missing.join(', ') } });
  }
  for (const index of judgements.keys()) {
    requireValid(
      used.has(index),
      `judgements.${index}`,
      { en: 'it is on no sub-item that waits for a reason', 'zh-CN': '所指子项无需说明判定理由' },
      { en: 'one for each sub-item on which no rule decides, or not as a rule proposes', 'zh-CN': '仅对无适用规则、或未按规则判定的子项各填一条' },
    );
  }
  return judged;
}

/** Whether a verdict was given that no rule decides, or none where one would be proposed. */
function needsJudgement(subItem: SubItem): boolean {
  const fields = { limit: 'limit', value: 'specimen' };
  return subItem.specimens.some((specimen) =>
    specimen.verdict === 'NOT_JUDGED' ? proposedVerdict(subItem, specimen, fields) !== null : verdictOfSpecimen(subItem, specimen, fields) === undefined,
  );
}

/** On which sub-item a reason is. */
function keyOf(itemCode: string, standardNumber: string, standardVersion: string, subItem: string | null): string {
  return JSON.stringify([itemCode, standardKey(standardNumber), standardVersion, subItem]);
}
