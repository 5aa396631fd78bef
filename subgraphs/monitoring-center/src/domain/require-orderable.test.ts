import { expect, it } from 'vitest';
import { requireOrderable } from './require-orderable.js';

const now = new Date('2026-03-01T00:00:00Z');
const endOfMarch = new Date('2026-03-31T16:00:00Z');
const due = (dueAt: Date | null, samplingUntil: Date | null = null) =>
  requireOrderable({ platformIds: ['platform-1'], samplerIds: ['center.1'], samplingUntil }, { platformIds: ['platform-1'], deadline: endOfMarch }, { platformId: 'platform-1', samplerId: 'center.1', dueAt }, now);

it('an order is due when sampling ends, by the work plan or the plan, whichever is sooner, unless it says an earlier time', () => {
  const sooner = new Date('2026-03-20T16:00:00Z');
  expect([due(null), due(null, sooner), due(new Date(now.getTime() + 1))]).toEqual([endOfMarch, sooner, new Date(now.getTime() + 1)]);
});

it('an order of a later time is refused with the last day, which ends at 24:00', () => {
  expect(() => due(new Date(endOfMarch.getTime() + 1))).toThrow(expect.objectContaining({ code: 'ORDER_AFTER_SAMPLING', details: { field: 'dueAt', parameters: { until: '2026-03-31 24:00' } } }));
});
