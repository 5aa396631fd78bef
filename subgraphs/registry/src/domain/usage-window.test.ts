import { expect, it } from 'vitest';
import { firstDayOf, gapOf } from './usage-window.js';

it('the last days end today', () => {
  expect([firstDayOf(1, '2026-03-01'), firstDayOf(30, '2026-03-01')]).toEqual(['2026-03-01', '2026-01-31']);
});

it('what was not recorded all the time is known to be so', () => {
  const from = '2026-11-01';
  expect(gapOf({ since: undefined, silent: 30, silentGateways: 0, unrecorded: 0 }, from)?.en).toContain('no gateway');
  expect(gapOf({ since: '2026-11-02', silent: 1, silentGateways: 0, unrecorded: 0 }, from)?.en).toContain('only since 2026-11-02');
  expect(gapOf({ since: '2026-10-01', silent: 2, silentGateways: 0, unrecorded: 0 }, from)?.en).toContain('of 2 of these days');
  expect(gapOf({ since: '2026-11-01', silent: 0, silentGateways: 0, unrecorded: 7 }, from)?.en).toContain('some requests');
  expect(gapOf({ since: '2026-10-01', silent: 0, silentGateways: 3, unrecorded: 0 }, from)?.en).toContain('on 3 of these days a gateway ran');
  expect(gapOf({ since: '2026-10-01', silent: 0, silentGateways: 0, unrecorded: 0 }, from)).toBeUndefined();
});
