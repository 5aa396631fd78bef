import { expect, it } from 'vitest';
import { workingCalendar } from './working-calendar.js';

/** As the notices of the State Council have them (国办发明电), day by day off and made up, months and days. */
const published: Readonly<Record<string, { off: readonly [string, string][]; madeUp: readonly string[] }>> = {
  '2024': {
    off: [['01-01', '01-01'], ['02-10', '02-17'], ['04-04', '04-06'], ['05-01', '05-05'], ['06-10', '06-10'], ['09-15', '09-17'], ['10-01', '10-07']],
    madeUp: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
  },
  '2025': {
    off: [['01-01', '01-01'], ['01-28', '02-04'], ['04-04', '04-06'], ['05-01', '05-05'], ['05-31', '06-02'], ['10-01', '10-08']],
    madeUp: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  '2026': {
    off: [['01-01', '01-03'], ['02-15', '02-23'], ['04-04', '04-06'], ['05-01', '05-05'], ['06-19', '06-21'], ['09-25', '09-27'], ['10-01', '10-07']],
    madeUp: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
};

function weekdaysOf(year: string, stretches: readonly [string, string][]): string[] {
  return stretches.flatMap(([first, last]) => {
    const days: string[] = [];
    for (let at = Date.parse(`${year}-${first}`); at <= Date.parse(`${year}-${last}`); at += 86_400_000) days.push(new Date(at).toISOString().slice(0, 10));
    return days.filter((day) => ![0, 6].includes(new Date(day).getUTCDay()));
  });
}

it('has of each year the working days that the notices of the State Council leave', () => {
  for (const [year, { off, madeUp }] of Object.entries(published)) {
    const { holidays = [], makeUpDays } = workingCalendar[year] ?? {};
    expect(holidays.filter((day) => ![0, 6].includes(new Date(day).getUTCDay())), year).toEqual(weekdaysOf(year, off));
    expect(makeUpDays, year).toEqual(madeUp.map((day) => `${year}-${day}`));
  }
});

it('has only days of its own year, in order, work made up on Saturdays and Sundays alone', () => {
  for (const [year, { holidays, makeUpDays }] of Object.entries(workingCalendar)) {
    for (const days of [holidays, makeUpDays]) {
      expect([...new Set(days)].sort()).toEqual(days);
      expect(days.filter((day) => !day.startsWith(`${year}-`))).toEqual([]);
    }
    expect(makeUpDays.filter((day) => ![0, 6].includes(new Date(day).getUTCDay())), year).toEqual([]);
    expect(makeUpDays.filter((day) => holidays.includes(day))).toEqual([]);
  }
});
