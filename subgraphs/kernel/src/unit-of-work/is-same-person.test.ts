import { describe, expect, it } from 'vitest';
import { isSamePerson } from './is-same-person.js';

describe('two acts that are to be those of two persons', () => {
  it.each([
    ['a user twice', { userId: 'a' }, { userId: 'a' }, true],
    ['two users', { userId: 'a' }, { userId: 'b' }, false],
    ['a user, and a delegate of theirs', { userId: 'a' }, { userId: 'b', onBehalfOf: 'a' }, true],
    ['a delegate, and then the delegator', { userId: 'b', onBehalfOf: 'a' }, { userId: 'a' }, true],
    ['a delegate, and then for themselves', { userId: 'b', onBehalfOf: 'a' }, { userId: 'b' }, true],
    ['two delegates of one user', { userId: 'b', onBehalfOf: 'a' }, { userId: 'c', onBehalfOf: 'a' }, true],
    ['two delegates of two users', { userId: 'b', onBehalfOf: 'a' }, { userId: 'd', onBehalfOf: 'c' }, false],
    ['two users of whom it is told that they act for nobody', { userId: 'a', onBehalfOf: null }, { userId: 'b', onBehalfOf: null }, false],
  ])('%s', (_title, one, other, same) => {
    expect(isSamePerson(one, other)).toBe(same);
  });
});
