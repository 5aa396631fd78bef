import { expect, it } from 'vitest';
import { dueAfter } from './due-after.js';

it('counts days as the calendar has them in Asia/Shanghai, the first not counted, and hours from the instant on (民法典 201)', () => {
  const evening = new Date('2026-03-01T15:30:00Z');
  expect(dueAfter(evening, 'P2D')).toEqual(new Date('2026-03-03T16:00:00Z'));
  expect(dueAfter(new Date('2026-03-01T16:30:00Z'), 'P2D')).toEqual(new Date('2026-03-04T16:00:00Z'));
  expect(dueAfter(evening, 'PT48H')).toEqual(new Date('2026-03-03T15:30:00Z'));
  expect(dueAfter(evening, 'P1DT12H')).toEqual(new Date('2026-03-03T03:30:00Z'));
  expect(() => dueAfter(evening, 'two days')).toThrow('two days');
});
