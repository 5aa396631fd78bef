import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { calendarListId } from '@hub/schema/code-lists/calendar-codes.js';
import { dutyLimitContent, dutyLimitListId, numbersOfLimits } from '@hub/schema/code-lists/duty-limit-codes.js';
import { legalLimitContent, legalLimitListId } from '@hub/schema/code-lists/legal-limit-codes.js';
import { regionListId } from '@hub/schema/code-lists/region-list.js';
import type { CodeEntry } from '@hub/schema/code-lists/code-list.js';
import { requireLimits, type KnownLimits } from './require-limits.js';

const limitsOf: ReadonlyMap<string, KnownLimits> = new Map([
  [dutyLimitListId, { built: dutyLimitContent(), numbers: numbersOfLimits, hoursForDays: true }],
  [legalLimitListId, { built: legalLimitContent(), numbers: ['within'], hoursForDays: false }],
]);

/** Refuses what would mislead who counts by a list, or finds places by it: a region whose code is none of GB/T 2260; a line of the harm table that has not a level for each severity; a calendar whose days are not of their year, or no days; a year without holidays, and work made up on a working day; a limit that the program cannot count by. @throws Refusal VALUE_INVALID */
export function requireRuleOfList(listId: string, codes: readonly CodeEntry[]): void {
  if (listId === calendarListId) codes.forEach(requireYear);
  if (listId === regionListId) codes.forEach(requireRegion);
  const limits = limitsOf.get(listId);
  if (limits) requireLimits(codes, limits);
  if (listId === 'harm-table') codes.forEach(requireLine);
}

/** Level and place of a region are read off its code, and whoever answers for a place is found by it. */
function requireRegion({ code }: CodeEntry, index: number): void {
  requireValid(/^[1-9]\d{5}$/.test(code), `codes.${index}.code`, { en: 'a region code has six digits (GB/T 2260)', 'zh-CN': '行政区划代码为六位数字（GB/T 2260）' }, '330105');
}

/** An assessment reads its level off the line, and names the version of the table (5.1.2). */
function requireLine({ properties }: CodeEntry, index: number): void {
  const [levels = [], table = []] = ['levels', 'table'].map((named) => properties.find(({ name }) => name === named)?.values);
  requireValid(
    levels.length === 4 && levels.every((level) => ['LOW', 'MEDIUM', 'HIGH', 'SERIOUS'].includes(level)) && table.length === 1,
    `codes.${index}.properties`,
    { en: 'a line of the harm table has four levels, at severity 1 to 4, and names its table', 'zh-CN': '危害程度表每行有四个程度，依次对应伤害严重程度 1 至 4，并注明表的版本' },
    { en: 'levels: LOW, MEDIUM, HIGH, SERIOUS; table: 2026-1', 'zh-CN': 'levels：LOW、MEDIUM、HIGH、SERIOUS；table：2026-1' },
  );
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
  properties.forEach(({ name, values }, place) => {
    const named = `${at}.properties.${place}`;
    // Every year has its statutory holidays (全国年节及纪念日放假办法): a year without is one that somebody forgot to fill in.
    requireValid(name !== 'holidays' || values.length > 0, `${named}.values`, { en: 'a year has holidays, and none is named', 'zh-CN': '每年均有法定节假日，而此处未列' }, `${code}-10-01`);
    values.forEach((day, each) => {
      requireValid(day.startsWith(`${code}-`) && isDay(day), `${named}.values.${each}`, { en: 'it is no day of that year', 'zh-CN': '不是该年的日期' }, `${code}-10-01`);
      requireValid(
        name !== 'makeUpDays' || isWeekend(day),
        `${named}.values.${each}`,
        { en: 'it is a working day anyhow: work is made up on a Saturday or a Sunday', 'zh-CN': '该日本为工作日；调休上班日应为星期六或星期日' },
        { en: 'a Saturday or a Sunday of that year', 'zh-CN': '该年的星期六或星期日' },
      );
      const elsewhere = properties.some((other, index) => index !== place && other.values.includes(day));
      requireValid(!elsewhere, `${named}.values.${each}`, { en: 'it cannot be a day off and a day on which work is made up', 'zh-CN': '同一日不能既放假又调休上班' }, { en: 'one of the two', 'zh-CN': '二者之一' });
    });
  });
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return time !== undefined && !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
}
