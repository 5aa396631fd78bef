import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { CodeEntry, CodeListContent, CodeProperty } from '@hub/schema/code-lists/code-list.js';

/** A list of limits as the program counts by it. */
export interface KnownLimits {
  readonly built: CodeListContent;
  /** The properties of which a steward sets the numbers. */
  readonly numbers: readonly string[];
  /** Whether hours may stand for days, and days for hours. */
  readonly hoursForDays: boolean;
}

/** Ten years: what is owed by then is owed by nobody. */
const longest: Readonly<Record<string, number>> = { HOUR: 87_600, CALENDAR_DAY: 3_650, WORKING_DAY: 2_500, MONTH: 120 };
/** Each is counted in a way of its own, from hours on, and the one does not become the other (ADR 0013). */
const countedAlone: readonly string[] = ['WORKING_DAY', 'MONTH'];
const hours: Readonly<Record<string, number>> = { HOUR: 1, CALENDAR_DAY: 24, WORKING_DAY: 24 };

/**
 * Refuses limits (时限, 5.4.3 b) that the hub does not count by: of a kind that it does not know, without one of its numbers, with a number that is none or is told in another kind of days, one that says otherwise than the
 * program does when it begins, to whom it is passed on, or who may pause it; and a kind that has none on some day, for which the hub's own number would come back unseen. Kinds that there were once may stand there, ended.
 *
 * @throws Refusal VALUE_INVALID
 */
export function requireLimits(codes: readonly CodeEntry[], known: KnownLimits): void {
  codes.forEach((entry, index) => requireLimit(entry, index, known));
  for (const { code } of known.built.codes) requireEveryDay(code, codes);
}

function requireLimit({ code, validTo, properties }: CodeEntry, index: number, { built, numbers, hoursForDays }: KnownLimits): void {
  const at = `codes.${index}`;
  const stands: readonly CodeProperty[] | undefined = built.codes.find((entry) => entry.code === code)?.properties;
  requireValid(stands !== undefined || validTo !== null, `${at}.code`, { en: 'the hub counts by no limit of this kind', 'zh-CN': '系统没有该类时限' }, built.codes[0]?.code ?? '');
  if (!stands) return;
  for (const { name, values } of stands) {
    const told = properties.findIndex((property) => property.name === name);
    const place = `${at}.properties${told === -1 ? '' : `.${told}.values`}`;
    const example = `${name}: ${values.join(', ')}`;
    requireValid(told !== -1, place, { en: `the limit lacks ${name}`, 'zh-CN': `时限缺少 ${name}` }, example);
    const changed = properties[told]?.values ?? [];
    if (numbers.includes(name)) requireNumber(place, values, changed, { example, hoursForDays });
    // What has ended may say what the hub went by then.
    else requireValid(validTo !== null || changed.join() === values.join(), place, { en: `${name} is what the hub goes by, and is changed with it alone`, 'zh-CN': `${name} 由系统规定，不能在代码表中更改` }, example);
  }
  const unknown = properties.findIndex(({ name }) => !stands.some((property) => property.name === name));
  requireValid(unknown === -1, `${at}.properties.${unknown}.name`, { en: 'a limit of this kind has no such property', 'zh-CN': '该类时限没有此属性' }, stands.map(({ name }) => name).join(', '));
  const span = (named: string) => {
    const [amount, unit = ''] = properties.find(({ name }) => name === named)?.values ?? [];
    return amount === undefined ? Infinity : Number(amount) * (hours[unit] ?? Number.NaN);
  };
  const soon = properties.findIndex(({ name }) => name === 'dueSoon');
  requireValid(soon === -1 || span('dueSoon') <= span('within'), `${at}.properties.${soon}.values`, { en: 'it would be due soon before it is owed', 'zh-CN': '提醒时间早于待办产生' }, 'dueSoon: 1, CALENDAR_DAY');
}

/** From the beginning of time to its end, one meaning after the other. */
function requireEveryDay(kind: string, codes: readonly CodeEntry[]): void {
  const meanings = codes.map((entry, index) => ({ ...entry, index })).filter(({ code }) => code === kind).sort((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1));
  meanings.forEach(({ validFrom, validTo, index }, place) => {
    const gap = { en: 'on the days between, the kind would have no limit', 'zh-CN': '中间的日期没有时限' };
    requireValid(validFrom === (meanings[place - 1]?.validTo ?? null), `codes.${index}.validFrom`, gap, { en: 'the day on which the one before ends; none for the first', 'zh-CN': '前一项的截止日；首项不填' });
    requireValid(validTo !== null || place === meanings.length - 1, `codes.${index}.validTo`, gap, { en: 'the day on which the next begins', 'zh-CN': '后一项的起始日' });
    requireValid(validTo === null || place < meanings.length - 1, `codes.${index}.validTo`, { en: 'from that day on the kind would have no limit', 'zh-CN': '此后没有时限' }, { en: 'none, or another meaning that begins on it', 'zh-CN': '不填，或另列自该日起的一项' });
  });
}

function requireNumber(place: string, [, built]: readonly string[], told: readonly string[], { example, hoursForDays }: { readonly example: string; readonly hoursForDays: boolean }): void {
  const [amount = '', unit] = told;
  const sameKind = built === undefined ? unit === undefined : unit !== undefined && unit in longest && (unit === built || (hoursForDays && !countedAlone.includes(unit) && !countedAlone.includes(built)));
  requireValid(told.length <= 2 && sameKind, place, { en: 'it is told in another unit than this limit is counted in', 'zh-CN': '单位与该时限的计算方式不符' }, example);
  requireValid(/^[1-9]\d{0,4}$/.test(amount) && Number(amount) <= (longest[unit ?? ''] ?? 10), place, { en: 'it is no amount, or more than ten years', 'zh-CN': '不是有效的数量，或超过十年' }, example);
}
