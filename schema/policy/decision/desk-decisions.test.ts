import { expect, it } from 'vitest';
import { decisionsOn, nothingDecided } from './desk-decisions.js';

const grant = (id: string, ...coordinates: string[]) => ({ id, holder: 'lab-1', coordinates });
const closing = (coordinate: string) => ({ coordinate, holder: null, ground: 'INCIDENT' });
const decided = { grants: [grant('one', 'A.b', 'A.c'), grant('two', 'A.c')], closings: [closing('A.b'), closing('A.c')], stale: false };

it('of what the desk has decided, a field has its own grants and closings', () => {
  expect(decisionsOn('A.b', decided)).toEqual({ grants: [grant('one', 'A.b', 'A.c')], closings: [closing('A.b')] });
  expect(decisionsOn('A.d', decided)).toEqual({ grants: [], closings: [] });
});

it('where the desk was not heard, no grant counts, and the closings that are known do', () => {
  expect(decisionsOn('A.b', { ...decided, stale: true })).toEqual({ grants: [], closings: [closing('A.b')] });
});

it('where nothing is decided, nothing bears on any field', () => {
  expect(nothingDecided).toEqual({ grants: [], closings: [], stale: false });
  expect(decisionsOn('A.b', nothingDecided)).toEqual({ grants: [], closings: [] });
  for (const only of [{ ...decided, closings: [] }, { ...decided, grants: [] }]) expect(decisionsOn('A.b', only)).toEqual({ grants: only.grants.slice(0, 1), closings: only.closings.slice(0, 1) });
});
