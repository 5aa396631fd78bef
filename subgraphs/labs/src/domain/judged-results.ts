import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { standardKey } from '@hub/schema/identifiers/standard-key.js';
import type { JudgementInput } from '../generated/graphql.js';
import { itemName } from './item-name.js';
import { proposedVerdict } from './proposed-verdict.js';
import type { ItemResult, SubItem } from './test-result.js';
import { verdictOfSpecimen } from './verdict-of-specimen.js';

/**
 * Results with the reasons that the reviewer signs: one for each sub-item whose verdict no rule
 * decides, or that is left unjudged where a rule would propose a verdict, none elsewhere (5.3.3).
 * @throws Refusal JUDGEMENT_REASON_MISSING, VALUE_INVALID, VALUE_REQUIRED, VALUE_TOO_LONG
 */
export function judgedResults(results: readonly ItemResult[], judgements: readonly JudgementInput[]): ItemResult[] {
  const used = new Set<JudgementInput>();
  const missing: string[] = [];
  const judged = results.map((result) => ({
    ...result,
    subItems: result.subItems.map((subItem) => {
      if (!needsJudgement(subItem)) return subItem;
      const judgement = judgements.find((candidate) => isOn(candidate, result, subItem));
      if (!judgement) {
        missing.push([itemName({ ...result, code: result.itemCode }), subItem.name].filter(Boolean).join(' '));
        return subItem;
      }
      used.add(judgement);
      return { ...subItem, judgement: requireText(`judgements.${judgements.indexOf(judgement)}.reason`, judgement.reason) };
    }),
  }));
  if (missing.length > 0) {
    throw new Refusal('JUDGEMENT_REASON_MISSING', { field: 'judgements', parameters: { items: missing.join(', ') } });
  }
  for (const [index, judgement] of judgements.entries()) {
    requireValid(
      used.has(judgement),
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

function isOn(judgement: JudgementInput, result: ItemResult, subItem: SubItem): boolean {
  return (
    judgement.itemCode === result.itemCode &&
    standardKey(judgement.standardNumber) === standardKey(result.standardNumber) &&
    judgement.standardVersion === result.standardVersion &&
    (judgement.subItem?.trim() || null) === subItem.name
  );
}
