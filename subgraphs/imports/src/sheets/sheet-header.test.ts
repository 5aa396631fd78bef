import { expect, it } from 'vitest';
import { sheetHeader, type SheetHeader } from './sheet-header.js';

const nothing = { waiting: 0, more: false, done: 0, refused: 0, leftOut: 0, notSent: 0 };

it.each<[string | undefined, Partial<SheetHeader>]>([
  ['waiting=120', { waiting: 120 }],
  ['waiting=2000, more', { waiting: 2000, more: true }],
  ['waiting=0, more', { more: true }],
  ['done=8, refused=1, left-out=3, not-sent=2', { done: 8, refused: 1, leftOut: 3, notSent: 2 }],
  ['refused=1,done=8', { done: 8, refused: 1 }],
  [undefined, {}],
])('what is told of a sheet beside it is read: %s', (header, told) => {
  expect(sheetHeader({ headers: new Headers(header === undefined ? {} : { 'x-hub-sheet': header }) })).toEqual({ ...nothing, ...told });
});
