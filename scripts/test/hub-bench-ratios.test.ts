import { expect, it } from 'vitest';
import { firstDifference } from '../src/bench/hub/first-difference.js';
import { keyOf, ratios } from '../src/bench/hub/ratios.js';

it('divides within each round and takes the median, so that a slow minute of the machine touches both sides', () => {
  const values = new Map([
    [keyOf(10, 'list', 'hub', 'p50, 1 at a time'), [2, 20, 2]],
    [keyOf(10, 'list', 'documentation stack', 'p50, 1 at a time'), [6, 80, 8]],
    [keyOf(10, 'list', 'hand-written SQL', 'p50, 1 at a time'), [1, 10, 2]],
    [keyOf(100, 'list', 'hub', 'p50, 1 at a time'), [2, 40, 3]],
  ]);
  const found = ratios(values, [10, 100], ['list']).filter(({ value }) => !Number.isNaN(value));
  expect(found.map(({ size, metric, value }) => [size, metric, value])).toEqual([
    [10, 'against documentation stack, p50', 4],
    [10, 'against hand-written SQL, p50', 2],
    [100, 'against 10, p50', 1.5],
  ]);
});

it('tells where two answers differ, whatever the order of their keys', () => {
  expect(firstDifference({ a: [1, { b: null }], c: 2 }, { c: 2, a: [1, { b: null }] })).toBeUndefined();
  expect(firstDifference({ a: [1, { b: null }] }, { a: [1, { b: 'x' }] })).toBe('data.a.1.b is null and "x"');
  expect(firstDifference({ a: [1] }, { a: [1, 2] })).toBe('data.a.1 is undefined and 2');
});
