import { expect, it } from 'vitest';
import { ownersPerhapsAway } from './owners-perhaps-away.js';

const owners = ['labs', 'platforms'];
const hour = 3_600_000;

it('takes no owner for away before it was listened for long enough', () => {
  expect(ownersPerhapsAway(owners, { listening: hour - 1, patience: hour, stuck: [] })).toEqual([]);
  expect(ownersPerhapsAway(owners, { listening: hour, patience: hour, stuck: [] })).toEqual(owners);
});

it('takes none for away whose log holds what cannot be taken in', () => {
  expect(ownersPerhapsAway(owners, { listening: hour, patience: hour, stuck: ['labs'] })).toEqual(['platforms']);
});
