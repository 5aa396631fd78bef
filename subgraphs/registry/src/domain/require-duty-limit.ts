import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { CodeEntry, CodeProperty } from '@hub/schema/code-lists/code-list.js';
import { dutyLimitContent, numbersOfLimits } from '@hub/schema/code-lists/duty-limit-codes.js';

const built: ReadonlyMap<string, readonly CodeProperty[]> = new Map(dutyLimitContent().codes.map(({ code, properties }) => [code, properties]));
const numbers: readonly string[] = numbersOfLimits;
/** Ten years: what is owed by then is owed by nobody. */
const longest: Readonly<Record<string, number>> = { HOUR: 87_600, CALENDAR_DAY: 3_650, WORKING_DAY: 2_500 };

/**
 * Refuses a limit of a duty (时限, 5.4.3 b) that the hub does not count by: of a kind that nobody owes, without one of its numbers, with a number that is none or is told in another kind of days, or one that says otherwise than the
 * program does when it begins, to whom it is passed on, or who may pause it.
 *
 * @throws Refusal VALUE_INVALID
 */
export function requireDutyLimit({ code, properties }: CodeEntry, index: number): void {
  const at = `codes.${index}`;
  const stands = built.get(code);
  requireValid(stands !== undefined, `${at}.code`, { en: 'no duty is of this kind', 'zh-CN': '没有该类待办' }, 'ShipSample');
  for (const { name, values } of stands) {
    const told = properties.findIndex((property) => property.name === name);
    const place = `${at}.properties${told === -1 ? '' : `.${told}.values`}`;
    const example = `${name}: ${values.join(', ')}`;
    requireValid(told !== -1, place, { en: `the limit lacks ${name}`, 'zh-CN': `时限缺少 ${name}` }, example);
    const changed = properties[told]?.values ?? [];
    if (numbers.includes(name)) requireNumber(place, values, changed, example);
    else requireValid(changed.join() === values.join(), place, { en: `${name} is what the hub goes by, and is changed with it alone`, 'zh-CN': `${name} 由系统规定，不能在代码表中更改` }, example);
  }
  const unknown = properties.findIndex(({ name }) => !stands.some((property) => property.name === name));
  requireValid(unknown === -1, `${at}.properties.${unknown}.name`, { en: 'a limit of this kind has no such property', 'zh-CN': '该类时限没有此属性' }, stands.map(({ name }) => name).join(', '));
}

/** Working days are counted where the calendar is, all others anywhere (ADR 0013): the one does not become the other. */
function requireNumber(place: string, [, built]: readonly string[], told: readonly string[], example: string): void {
  const [amount = '', unit] = told;
  const sameKind = built === undefined ? unit === undefined : unit !== undefined && unit in longest && (unit === 'WORKING_DAY') === (built === 'WORKING_DAY');
  requireValid(told.length <= 2 && sameKind, place, { en: 'it is told in another unit than this limit is counted in', 'zh-CN': '单位与该时限的计算方式不符' }, example);
  requireValid(/^[1-9]\d{0,4}$/.test(amount) && Number(amount) <= (longest[unit ?? ''] ?? 10), place, { en: 'it is no amount, or more than ten years', 'zh-CN': '不是有效的数量，或超过十年' }, example);
}
