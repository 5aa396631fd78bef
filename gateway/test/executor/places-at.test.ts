import { describe, expect, it } from 'vitest';
import { objectsAt, placesAt } from '../../src/executor/fetch/places-at.js';
import { prepareSteps } from '../../src/executor/plan/prepare-steps.js';
import type { TypeTests } from '../../src/executor/plan/type-tests.js';

const types = { of: (condition: string) => (typename: string) => typename === condition } as TypeTests;
const book = { __typename: 'Book', id: '1' };
const film = { __typename: 'Film', id: '2' };
const root = { shelves: [[book, null], null, [film, book]], best: film };

describe('a path of the plan leads', () => {
  it.each([
    ['through lists in lists, past what is null', ['shelves', '@', '@'], [book, film, book]],
    ['only to the types that it names', ['shelves', '@', '@|[Book]'], [book, book]],
    ['to one of several types', ['|[Query]', 'best|[Book,Film]'], [film]],
    ['nowhere where the type is another', ['best|[Book]'], []],
    ['nowhere where nothing of that name came, also where every object inherits it', ['constructor'], []],
  ])('%s', (_title, path, found) => {
    const steps = prepareSteps(path, types);
    expect(objectsAt(root, steps)).toEqual(found);
    expect(placesAt(root, steps).map(({ object }) => object)).toEqual(found);
  });

  it('to places with the positions of their lists', () => {
    const places = placesAt(root, prepareSteps(['shelves', '@', '@|[Book]'], types));
    expect(places.map(({ path }) => path)).toEqual([['shelves', 0, 0], ['shelves', 2, 1]]);
  });
});
