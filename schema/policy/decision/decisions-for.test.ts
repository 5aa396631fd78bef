import { describe, expect, it } from 'vitest';
import type { Caller } from './caller.js';
import { decisionsFor, type KeptGrant } from './decisions-for.js';

const now = new Date('2026-06-01T00:00:00Z');
const caller: Caller = { userId: 'u', partyId: 'city', kind: 'REGULATOR', level: 'CITY', regionCode: '330100', role: 'OFFICER', purpose: 'SUPERVISION' };
const grant = (more: Partial<KeptGrant> = {}): KeptGrant => ({ id: 'grant', grantee: 'city', holder: 'lab-1', coordinates: ['Lab.signatories'], purpose: 'SUPERVISION', until: new Date(now.getTime() + 1), ...more });
const closings = [{ coordinate: 'Lab.cma', holder: null, ground: 'INCIDENT' }];
const idsOf = (grants: readonly KeptGrant[], asker = caller) => decisionsFor({ grants: new Map([['city', grants]]), closings }, asker, now, false).grants.map(({ id }) => id);

describe('what the sharing desk has decided for a caller (5.4.3 a)', () => {
  it('is what is granted to its party', () => {
    expect(idsOf([grant(), grant({ id: 'another' })])).toEqual(['grant', 'another']);
    expect(idsOf([grant()], { ...caller, partyId: 'county' })).toEqual([]);
  });

  it('for the purpose under which it asks, and under none nothing', () => {
    expect(idsOf([grant({ purpose: 'INSPECTION' })])).toEqual([]);
    expect(idsOf([grant()], { ...caller, purpose: undefined })).toEqual([]);
  });

  it('until the time of the grant, and not at it', () => {
    expect(idsOf([grant({ until: now })])).toEqual([]);
    expect(idsOf([grant({ until: new Date(now.getTime() - 1) })])).toEqual([]);
  });

  it('and every closing, whoever asks; and whether the desk was heard', () => {
    const kept = { grants: new Map<string, KeptGrant[]>(), closings };
    expect(decisionsFor(kept, caller, now, true)).toEqual({ grants: [], closings, stale: true });
    expect(decisionsFor(kept, caller, now, false)).toEqual({ grants: [], closings, stale: false });
  });
});
