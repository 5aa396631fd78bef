import { Kind, parse, print } from 'graphql';
import { expect, it } from 'vitest';
import { expandListSizes } from './expand-list-sizes.js';

function published(sdl: string): string {
  return print({ kind: Kind.DOCUMENT, definitions: expandListSizes(parse(sdl).definitions) });
}

it('a list read by pages says how many rows it gives, and which of its fields hold them', () => {
  const sdl = 'type Query { rows(first: Int, after: String, last: Int): RowConnection } type RowConnection { edges: [Edge!] nodes: [Row!]! totalCount: Int }';
  expect(published(sdl)).toContain(
    'RowConnection @listSize(assumedSize: 50, slicingArguments: ["first", "last"], sizedFields: ["edges", "nodes"], requireOneSlicingArgument: false)',
  );
});

it('a list that is read forward only names only that argument, also where the list itself is the value', () => {
  expect(published('extend type Query { rows(first: Int): [Row!]! }')).toContain(
    '[Row!]! @listSize(assumedSize: 50, slicingArguments: ["first"], requireOneSlicingArgument: false)',
  );
});

it('what an owner writes stays, and what is no page says nothing', () => {
  const sdl = 'type Query { rows(first: Int): [Row] @listSize(assumedSize: 3) all: [Row] row(id: ID): Row }';
  expect(published(sdl).match(/@listSize/g)).toHaveLength(1);
});
