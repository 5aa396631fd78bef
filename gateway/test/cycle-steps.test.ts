import { dutyLimits } from '@hub/schema/code-lists/duty-limits.js';
import { expect, it } from 'vitest';
import { monthsOf } from '../console/src/console/cycle/months-of.js';
import { phases, sharingSteps } from '../console/src/console/cycle/steps.js';
import { timelinessOf } from '../console/src/console/cycle/step-timeliness.js';

const row = (more: object) => ({ kind: 'BuySamples', periodBegins: '2026-01-01', open: 0, paused: 0, dueSoon: 0, late: 0, done: 0, doneLate: 0, medianHours: null, ...more });

it('every kind of duty stands at one step of the picture of the cycle, and no other does', () => {
  const shown = [...phases.flatMap(({ steps }) => steps), ...sharingSteps].flatMap(({ duties }) => duties);
  expect(shown.toSorted()).toEqual(Object.keys(dutyLimits).toSorted());
});

it('a step adds up what is owed at it, over all periods', () => {
  const board = [row({ open: 2, late: 1 }), row({ periodBegins: '2025-01-01', open: 1, done: 4, doneLate: 1 }), row({ kind: 'ShipSample', open: 9 })];
  expect(timelinessOf(board, ['BuySamples'])).toEqual({ open: 3, dueSoon: 0, late: 1, done: 4, doneLate: 1 });
});

it('months count each duty once, the earliest month first', () => {
  const board = [row({ periodBegins: '2026-02-01', open: 3, late: 1 }), row({ done: 5, doneLate: 2 }), row({ kind: 'ShipSample', done: 1 })];
  expect(monthsOf(board)).toEqual([
    { month: '2026-01', inTime: 4, doneLate: 2, open: 0, late: 0 },
    { month: '2026-02', inTime: 0, doneLate: 0, open: 2, late: 1 },
  ]);
});
