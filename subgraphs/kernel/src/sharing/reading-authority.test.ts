import { nothingDecided } from '@hub/schema/policy/decision/desk-decisions.js';
import { expect, it } from 'vitest';
import { stampsOf } from '../loading/stamps-of.js';
import { ReadingAuthority } from './reading-authority.js';

it('keeps the stamps of the row by which the operation began, and not of others of its type that it met on the way', () => {
  const caller = { userId: 'u', partyId: 'center', kind: 'MONITORING_CENTER', regionCode: '330000', role: 'ANALYST' } as const;
  const authority = new ReadingAuthority(caller, { fields: new Map(), acts: new Map() } as never, () => '', nothingDecided);
  const [asked, met] = [stampsOf({ holder: 'lab-1' }), stampsOf({ holder: 'lab-2' })];
  authority.admit({}, asked, 'Lab');
  authority.admit({}, met, 'Lab');
  expect([authority.stampsOfFirst('Lab'), authority.stampsOfFirst('Sample')]).toEqual([asked, undefined]);
});
