import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { optionalText, requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { CodeEntry, CodeListContent, CodeProperty } from '@hub/schema/code-lists/code-list.js';
import type { CodeInput } from '../generated/graphql.js';
import { requireDisjoint } from './require-disjoint.js';
import { requireRuleOfList } from './require-rule-of-list.js';
import { requireTellable } from './require-tellable.js';

const codeLimit = 20_000;
const propertyLimit = 20;
const valueLimit = 1_000;

/**
 * The content of the next version of a list, checked (5.4.3 c): each code named in both languages, no two meanings at once, and
 * nothing that was there gone.
 *
 * @param before the content in force
 * @throws Refusal CODE_VANISHED, CODE_VALIDITY_OVERLAPS, PERIOD_REVERSED, NOTHING_CHANGED, VALUE_REQUIRED, VALUE_TOO_LONG, VALUE_INVALID
 */
export function codeListContent(list: Pick<CodeListContent, 'id' | 'zh' | 'en'>, inputs: readonly CodeInput[], before: CodeListContent): CodeListContent {
  requireValid(
    inputs.length > 0 && inputs.length <= codeLimit,
    'codes',
    { en: `a list has 1 to ${codeLimit} codes`, 'zh-CN': `代码表有 1 至 ${codeLimit} 个代码` },
    { en: 'the whole list', 'zh-CN': '完整的代码表' },
  );
  const codes = inputs.map((input, index) => codeOf(input, `codes.${index}`));
  requireDisjoint(codes);
  const known = new Set(codes.map(({ code }) => code));
  requireTellable(codes, before.codes);
  const example = { en: 'a code of the same list', 'zh-CN': '同一代码表中的代码' };
  codes.forEach(({ code, parentCode, successorCodes }, index) => {
    const lacking = { en: 'the list has no such code', 'zh-CN': '代码表中没有该代码' };
    requireValid(parentCode === null || (known.has(parentCode) && parentCode !== code), `codes.${index}.parentCode`, lacking, example);
    const twice = successorCodes.findIndex((successor, place) => successorCodes.indexOf(successor) !== place);
    requireValid(twice === -1, `codes.${index}.successorCodes.${twice}`, { en: 'it stands there twice', 'zh-CN': '后继代码重复' }, example);
    successorCodes.forEach((successor, place) => requireValid(known.has(successor) && successor !== code, `codes.${index}.successorCodes.${place}`, lacking, example));
  });
  const gone = before.codes.find(({ code }) => !known.has(code));
  if (gone) throw new Refusal('CODE_VANISHED', { field: 'codes', parameters: { code: gone.code, list: list.id } });
  requireRuleOfList(list.id, codes);
  return { id: list.id, zh: list.zh, en: list.en, codes };
}

function codeOf(input: CodeInput, at: string): CodeEntry {
  const { validFrom = null, validTo = null } = input;
  if (validFrom !== null && validTo !== null && validTo <= validFrom) {
    throw new Refusal('PERIOD_REVERSED', { field: `${at}.validTo`, parameters: { from: 'validFrom', until: 'validTo' } });
  }
  const code = requireText(`${at}.code`, input.code, 60);
  // The id of a code that changed its meaning is the code, @ and the day: a code with @ might be another's.
  requireValid(!code.normalize('NFKC').includes('@'), `${at}.code`, { en: 'it holds @, by which ids name the day of a meaning', 'zh-CN': '含有 @，而编号以 @ 标明含义的生效日' }, { en: 'a code without @', 'zh-CN': '不含 @ 的代码' });
  return {
    code,
    zh: requireText(`${at}.zh`, input.zh, 500),
    en: requireText(`${at}.en`, input.en, 500),
    validFrom,
    validTo,
    parentCode: optionalText(`${at}.parentCode`, input.parentCode, 60),
    successorCodes: (input.successorCodes ?? []).map((code, place) => requireText(`${at}.successorCodes.${place}`, code, 60)),
    properties: propertiesOf(input.properties ?? [], `${at}.properties`),
  };
}

function propertiesOf(inputs: NonNullable<CodeInput['properties']>, at: string): CodeProperty[] {
  requireValid(inputs.length <= propertyLimit, at, { en: `a code has at most ${propertyLimit} properties`, 'zh-CN': `每个代码至多 ${propertyLimit} 个属性` }, { en: 'fewer properties', 'zh-CN': '减少属性' });
  const properties = inputs.map(({ name, values }, index) => {
    const place = `${at}.${index}`;
    requireValid(values.length <= valueLimit, `${place}.values`, { en: `a property has at most ${valueLimit} values`, 'zh-CN': `每个属性至多 ${valueLimit} 个值` }, { en: 'fewer values', 'zh-CN': '减少值' });
    return { name: requireText(`${place}.name`, name, 60), values: values.map((value, each) => requireText(`${place}.values.${each}`, value, 500)) };
  });
  const names = properties.map(({ name }) => name);
  const twice = names.findIndex((name, index) => names.indexOf(name) !== index);
  requireValid(twice === -1, `${at}.${twice}.name`, { en: 'a property of this name stands there already', 'zh-CN': '属性名称重复' }, { en: 'each name once', 'zh-CN': '每个名称一次' });
  return properties;
}
