import { describe, expect, it } from 'vitest';
import type { Clause, FieldTerms } from '../terms/vocabulary.js';
import type { Caller } from './caller.js';
import { mayApply } from './may-apply.js';
import type { Stamps } from './stamps.js';

const caller: Caller = { userId: 'u', partyId: 'city', kind: 'REGULATOR', level: 'CITY', regionCode: '330100', role: 'OFFICER' };
const row: Stamps = { holder: 'lab-1', concerned: ['city'], sellerRegion: null, producerRegion: null, platformRegion: null, state: 'DRAFT', reached: ['DRAFT'] };
const terms = (audience: readonly Clause[], kind: FieldTerms['class'] = 'CONDITIONAL'): FieldTerms => ({ owner: 'labs', terms: 'signatories', class: kind, audience });
const toAll: Clause = { kinds: ['REGULATOR'], rows: 'ALL' };
const own: Clause = { kinds: ['REGULATOR'], rows: 'OWN' };
const any = { purposes: 'any' };

describe('whether a grant would open a field (5.4.3 b)', () => {
  it('only of 有条件共享, and to whom its terms name beside the holder', () => {
    expect(mayApply(terms([toAll]), caller, row)).toEqual(any);
    for (const kind of ['UNCONDITIONAL', 'NOT_SHARED'] as const) expect(mayApply(terms([toAll], kind), caller, row), kind).toBeUndefined();
    expect(mayApply(terms([{ ...toAll, kinds: ['LAB'] }]), caller, row)).toBeUndefined();
    expect(mayApply(terms([{ ...toAll, roles: ['ANALYST'] }]), caller, row)).toBeUndefined();
    expect(mayApply(terms([own]), caller, undefined)).toBeUndefined();
  });

  it('on a row that the terms give it once it is granted: also before the state from which they do, and never on one of its own', () => {
    expect(mayApply(terms([{ ...toAll, rows: 'CONCERNED' }]), caller, row)).toEqual(any);
    expect(mayApply(terms([{ ...toAll, rows: 'CONCERNED' }]), caller, { ...row, concerned: [] })).toBeUndefined();
    expect(mayApply(terms([{ ...toAll, visibleFrom: 'ISSUED' }]), caller, row)).toEqual(any);
    expect(mayApply(terms([toAll]), caller, { ...row, holder: 'city' })).toBeUndefined();
    expect(mayApply(terms([{ ...toAll, rows: 'CONCERNED' }]), caller, undefined)).toEqual(any);
  });

  it('for the purposes that its clauses ask for, each once; for any where one asks for none', () => {
    const under = (...purposes: NonNullable<Clause['purposes']>): Clause => ({ ...toAll, purposes });
    expect(mayApply(terms([under('SUPERVISION', 'STATISTICS'), under('STATISTICS')]), caller, row)).toEqual({ purposes: ['SUPERVISION', 'STATISTICS'] });
    expect(mayApply(terms([under('SUPERVISION'), toAll]), caller, row)).toEqual(any);
  });
});
