import { expect, it } from 'vitest';
import { timeInCell } from './time-in-cell.js';

it.each([
  ['2026-03-01 09:30', '2026-03-01T09:30:00+08:00'],
  ['2026/3/1 9:30:05', '2026-03-01T09:30:05+08:00'],
  ['2026年3月1日 9:30', '2026-03-01T09:30:00+08:00'],
  ['2026年3月1日9:30', '2026-03-01T09:30:00+08:00'],
  ['2026-03-01T09:30:00Z', '2026-03-01T09:30:00Z'],
  ['2026-02-28 24:00', '2026-03-01T00:00:00+08:00'],
  ['46082.395833333336', '2026-03-01T09:30:00+08:00'],
])('a time in a cell is read as it is written there, %s, in Beijing where it names no zone', (text, time) => {
  expect(timeInCell(text)).toBe(time);
});

it.each(['2026-03-01', '46082', '2026-02-30 09:30', '2026-02-30 24:00', '2026-03-01 24:01', '2026-03-01 25:00', 'yesterday', '2026-13-01T09:30:00Z'])('what leaves open which time is meant, or is in no calendar, is none: %s', (text) => {
  expect(timeInCell(text)).toBeUndefined();
});

it('a cell of nothing but blanks is read as soon as any other', () => {
  // Tried in every split it would take minutes, more than a test may.
  expect(timeInCell(`2026-3-1${' '.repeat(500_000)}x`)).toBeUndefined();
  expect(timeInCell(`2026-3-1${' '.repeat(500_000)}9:30`)).toBe('2026-03-01T09:30:00+08:00');
});
