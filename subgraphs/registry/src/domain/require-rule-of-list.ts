import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { calendarListId } from '@hub/schema/code-lists/calendar-codes.js';
import type { CodeEntry } from '@hub/schema/code-lists/code-list.js';

/** Refuses what would mislead who counts by a list: a calendar whose days are not of their year, or no days. @throws Refusal VALUE_INVALID */
export function requireRuleOfList(listId: string, codes: readonly CodeEntry[]): void {
  if (listId === calendarListId) codes.forEach(requireYear);
}

function requireYear({ code, validFrom, validTo, properties }: CodeEntry, index: number): void {
  const at = `codes.${index}`;
  const next = String(Number(code) + 1);
  requireValid(/^\d{4}$/.test(code), `${at}.code`, { en: 'a code of the working calendar is a year', 'zh-CN': '工作日历的代码为年份' }, '2027');
  requireValid(
    validFrom === `${code}-01-01` && validTo === `${next}-01-01`,
    `${at}.validFrom`,
    { en: 'a year of the working calendar is valid from its first day to that of the next', 'zh-CN': '工作日历的一年自当年首日起至次年首日止' },
    `${code}-01-01, ${next}-01-01`,
  );
  for (const name of ['holidays', 'makeUpDays']) {
    requireValid(
      properties.some((property) => property.name === name),
      `${at}.properties`,
      { en: 'a year of the working calendar has holidays and makeUpDays', 'zh-CN': '工作日历的一年有 holidays 和 makeUpDays' },
      { en: 'the two properties', 'zh-CN': '这两个属性' },
    );
  }
  properties.forEach(({ values }, place) =>
    values.forEach((day, each) =>
      requireValid(day.startsWith(`${code}-`) && isDay(day), `${at}.properties.${place}.values.${each}`, { en: 'it is no day of that year', 'zh-CN': '不是该年的日期' }, `${code}-10-01`),
    ),
  );
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return time !== undefined && !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
}
