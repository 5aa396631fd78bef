import { expect, it } from 'vitest';
import { updateCycle } from './update-cycle.js';

it.each([
  ['PT5M', '实时'],
  ['PT1H', '实时'],
  ['PT61M', '每日'],
  ['P1D', '每日'],
  ['P7D', '每周'],
  ['P30D', '每月'],
  ['P90D', '每季度'],
  ['P365D', '每年'],
])('a limit of %s is kept by bringing up to date %s', (limit, zh) => {
  expect(updateCycle([limit])?.zh).toBe(zh);
});

it('goes by the shortest limit, and is none where there is no limit', () => {
  expect(updateCycle(['P7D', undefined, 'P1D'])).toEqual({ zh: '每日', frequency: 'DAILY' });
  expect(updateCycle([undefined])).toBeUndefined();
});
