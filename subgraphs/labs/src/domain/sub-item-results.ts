import type { CodeListsAsOf } from '@hub/kernel/validation/require-code.js';
import { optionalText, requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { SubItemResultInput } from '../generated/graphql.js';
import type { CommissionedItem } from './commission-content.js';
import { conclusionOf } from './conclusion-of.js';
import { specimenResult } from './specimen-result.js';
import type { SubItem } from './test-result.js';
import { unitOfResult } from './unit-of-result.js';
import type { LimitWithRules } from './verdict-by-rule.js';

/** The most sub-items of an item, as a screening for many residues has them, and the most specimens of a sub-item. */
const subItemLimit = 1_000;
const specimenLimit = 200;

/** The sub-items of an item, each named once, with their specimens checked against the rule that each names (5.3.3). */
export function subItemResults(inputs: readonly SubItemResultInput[], item: CommissionedItem, at: string, codes: CodeListsAsOf): SubItem[] {
  requireValid(inputs.length <= subItemLimit, `${at}.subItems`, { en: `an item has at most ${subItemLimit} sub-items`, 'zh-CN': `一个项目至多 ${subItemLimit} 个子项` }, { en: 'fewer sub-items', 'zh-CN': '减少子项' });
  const names = inputs.map(({ name }, index) => optionalText(`${at}.subItems.${index}.name`, name, 200));
  requireNamedApart(names, `${at}.subItems`, 'name', '电源线拉力');
  return inputs.map((input, index) => {
    const place = `${at}.subItems.${index}`;
    return subItemResult({ ...input, unit: unitOfResult(`${place}.unit`, input.unit, codes) }, names[index] ?? null, item, place);
  });
}

function subItemResult(input: SubItemResultInput, name: string | null, item: CommissionedItem, at: string): SubItem {
  const rules: LimitWithRules & { readonly unit: string | null } = {
    limitKind: input.limitKind,
    limit: requireText(`${at}.limit`, input.limit, 200),
    unit: input.unit ?? null,
    rounding: input.rounding ?? 'FULL_VALUE',
    decisionRule: input.decisionRule ?? 'SIMPLE_ACCEPTANCE',
  };
  requireValid(input.specimens.length > 0, `${at}.specimens`, { en: 'nothing was measured', 'zh-CN': '没有实测值' }, { en: 'one specimen at least', 'zh-CN': '至少一个试样' });
  requireValid(input.specimens.length <= specimenLimit, `${at}.specimens`, { en: `a sub-item has at most ${specimenLimit} specimens`, 'zh-CN': `一个子项至多 ${specimenLimit} 个试样` }, { en: 'fewer specimens', 'zh-CN': '减少试样' });
  const labels = input.specimens.map(({ specimen }, index) => optionalText(`${at}.specimens.${index}.specimen`, specimen, 100));
  requireNamedApart(labels, `${at}.specimens`, 'specimen', '试样2');
  const specimens = input.specimens.map((specimen, index) => specimenResult(specimen, labels[index] ?? null, rules, item, { limit: `${at}.limit`, value: `${at}.specimens.${index}` }));
  return {
    name,
    basis: input.basis
      ? { kind: input.basis.kind, reference: requireText(`${at}.basis.reference`, input.basis.reference, 400) }
      : { kind: 'STANDARD', reference: [`${item.standardNumber}-${item.standardVersion}`, item.clause].filter(Boolean).join(' ') },
    ...rules,
    verdict: conclusionOf(specimens.map(({ verdict }) => verdict)),
    specimens,
    judgement: null,
  };
}

/** Where there are several parts, each has a name of its own; a single one needs none. */
function requireNamedApart(names: readonly (string | null)[], at: string, field: string, example: string): void {
  if (names.length < 2) return;
  const seen = new Set<string | null>();
  for (const [index, name] of names.entries()) {
    const place = `${at}.${index}.${field}`;
    requireValid(name !== null, place, { en: 'where there are several, each has a name', 'zh-CN': '有多个时须分别命名' }, example);
    requireValid(!seen.has(name), place, { en: 'the name stands there twice', 'zh-CN': '名称重复' }, example);
    seen.add(name);
  }
}
