import { expect, it } from 'vitest';
import { requireNotBefore, requireNotBeforeDayOf, requireSince } from './require-time.js';

const now = new Date('2026-03-02T10:00:00Z');
const cause = { what: { en: 'the order', 'zh-CN': '采样任务' }, at: new Date('2026-03-01T10:00:00Z') };
const codeOf = (read: () => unknown) => {
  try {
    read();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'taken';
};

it.each([
  ['1001-01-01T00:00:00Z', 'TIMES_OUT_OF_ORDER'],
  ['2026-03-01T09:59:59Z', 'TIMES_OUT_OF_ORDER'],
  ['2026-03-01T10:00:00Z', 'taken'],
  ['2026-03-02T10:04:00Z', 'taken'],
  ['2026-03-02T10:06:00Z', 'TIME_IN_FUTURE'],
])('what was done at %s about what there is since the day before: %s', (time, code) => {
  expect(codeOf(() => requireSince('purchasedAt', new Date(time), cause, now))).toBe(code);
});

it('what begins later is only not before its cause', () => {
  expect(codeOf(() => requireNotBefore('samplingFrom', new Date('2030-01-01T00:00:00Z'), cause))).toBe('taken');
});

it('what is planned by days begins on the day of its cause in Asia/Shanghai, and not on the day before', () => {
  const begin = (time: string) => codeOf(() => requireNotBeforeDayOf('samplingFrom', new Date(time), cause));
  expect([begin('2026-03-01T00:00:00+08:00'), begin('2026-02-28T23:59:59+08:00')]).toEqual(['taken', 'TIMES_OUT_OF_ORDER']);
});
