import { expect, it } from 'vitest';
import type { FieldTerms } from '../terms/vocabulary.js';
import type { Caller } from './caller.js';
import { subjectScope } from './subject-scope.js';

const platform: Caller = { userId: 'u', partyId: 'platform-1', kind: 'PLATFORM', regionCode: '330106', role: 'OFFICER' };
const terms = (audience: FieldTerms['audience'], sharingClass: FieldTerms['class'] = 'UNCONDITIONAL'): FieldTerms => ({
  owner: 'o',
  terms: 't',
  class: sharingClass,
  audience,
});

it('opens types on the rows that the terms of their own keys open, and leaves out those that are closed', () => {
  const keyTerms = new Map([
    ['Register', terms([{ kinds: ['PLATFORM'], rows: 'ALL' }])],
    ['Result', terms([{ kinds: ['PLATFORM'], rows: 'CONCERNED', visibleFrom: 'TOLD' }])],
    ['Purchase', terms([{ kinds: ['MONITORING_CENTER'], rows: 'ALL' }])],
    ['Contact', terms([{ kinds: ['PLATFORM'], rows: 'ALL' }], 'CONDITIONAL')],
    ['List', terms([{ kinds: ['PLATFORM'], rows: 'ALL' }])],
  ]);
  expect(subjectScope(keyTerms, platform)).toEqual({
    OR: [
      { subjectType: { in: ['Register', 'List'] }, AND: [{}] },
      { subjectType: { in: ['Result'] }, AND: [{ OR: [{ reached: { has: 'TOLD' }, concerned: { has: 'platform-1' } }] }] },
    ],
  });
});

it('opens nothing to a caller to whom every type is closed', () => {
  const keyTerms = new Map([['Purchase', terms([{ kinds: ['MONITORING_CENTER'], rows: 'ALL' }])]]);
  expect(subjectScope(keyTerms, platform)).toEqual({ OR: [{ subjectType: { in: [] }, AND: [] }] });
});
