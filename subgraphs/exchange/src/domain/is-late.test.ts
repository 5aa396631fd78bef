import { expect, it } from 'vitest';
import { isLate } from './is-late.js';

const at = (hour: number) => new Date(Date.UTC(2026, 2, 1, hour));

it('calls a duty late that is open past its due time or was done past it, and no other', () => {
  const dueAt = at(12);
  expect(isLate({ dueAt, closedAt: null, pausedAt: null, state: 'OPEN' }, at(11))).toBe(false);
  expect(isLate({ dueAt, closedAt: null, pausedAt: null, state: 'OPEN' }, at(12))).toBe(false);
  expect(isLate({ dueAt, closedAt: null, pausedAt: null, state: 'OPEN' }, at(13))).toBe(true);
  expect(isLate({ dueAt, closedAt: at(12), pausedAt: null, state: 'DONE' }, at(20))).toBe(false);
  expect(isLate({ dueAt, closedAt: at(13), pausedAt: null, state: 'DONE' }, at(20))).toBe(true);
  expect(isLate({ dueAt, closedAt: at(13), pausedAt: null, state: 'DROPPED' }, at(20))).toBe(false);
});

it('calls none late whose clock stands, however long', () => {
  expect(isLate({ dueAt: at(12), closedAt: null, pausedAt: at(11), state: 'OPEN' }, at(20))).toBe(false);
});
