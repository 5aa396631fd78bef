import type { GraphQLResolveInfo } from 'graphql';
import { beforeEach, describe, expect, it } from 'vitest';
import { applicationMutation } from '../decision/apply-for.js';
import type { Caller } from '../decision/caller.js';
import { nothingDecided, type DeskDecisions } from '../decision/desk-decisions.js';
import { nothing } from '../decision/row-scope.js';
import type { Stamps } from '../decision/stamps.js';
import type { TermsTable } from '../terms/read-terms.js';
import type { ActTerms, FieldTerms } from '../terms/vocabulary.js';
import { OperationAuthority } from './operation-authority.js';

const basis = (reference: string) => ({ kind: 'STATUTE' as const, reference });
const terms = (given: Partial<FieldTerms>): FieldTerms => ({ owner: 'here', terms: 'register', class: 'UNCONDITIONAL', audience: [], ...given });
const fields: Readonly<Record<string, FieldTerms>> = {
  'Lab.id': terms({ audience: [{ kinds: ['REGULATOR', 'LAB'], rows: 'ALL' }] }),
  'Sample.id': terms({ audience: [{ kinds: ['LAB'], rows: 'OWN' }, { kinds: ['REGULATOR'], rows: 'ALL' }] }),
  'Sample.note': terms({ audience: [{ kinds: ['LAB'], rows: 'OWN' }, { kinds: ['LAB'], rows: 'ALL', mask: 'HASH' }] }),
  'Lab.signatories': terms({ terms: 'signatories', class: 'CONDITIONAL', audience: [{ kinds: ['LAB'], rows: 'OWN' }, { kinds: ['REGULATOR'], rows: 'ALL', basis: basis('5.4.3 a') }] }),
  'Lab.keys': terms({ class: 'CONDITIONAL', audience: [{ kinds: ['LAB'], rows: 'OWN' }, { kinds: ['REGULATOR'], rows: 'ALL', mask: 'HASH' }] }),
  'Sample.price': terms({ terms: 'price', class: 'NOT_SHARED', ground: 'blind buying', audience: [{ kinds: ['MONITORING_CENTER'], rows: 'ALL', basis: basis('5.2.2') }, { kinds: ['LAB'], roles: ['REVIEWER'], rows: 'ALL', basis: basis('5.3') }] }),
  'Plan.title': terms({ audience: [{ kinds: ['LAB'], rows: 'CONCERNED', visibleFrom: 'ISSUED' }] }),
  'Party.id': terms({ owner: 'there' }),
};
const acts: Readonly<Record<string, ActTerms>> = {
  issuePlan: { owner: 'here', clause: '3.1 a', audience: [{ kinds: ['REGULATOR', 'MONITORING_CENTER'], roles: ['OFFICER', 'SIGNATORY'], rows: 'ALL' }, { kinds: ['DEPARTMENT'], rows: 'ALL' }] },
  cityOnly: { owner: 'here', audience: [{ kinds: ['REGULATOR'], levels: ['CITY'], rows: 'ALL' }] },
};
const table: TermsTable = { fields: new Map(Object.entries(fields)), acts: new Map(Object.entries(acts)), structural: new Set(['Edge.cursor']), withoutTerms: new Set() };

const lab: Caller = { userId: 'u', partyId: 'lab-1', kind: 'LAB', regionCode: '330108', role: 'SIGNATORY' };
const officer: Caller = { userId: 'u', partyId: 'city', kind: 'REGULATOR', level: 'CITY', regionCode: '330100', role: 'OFFICER', purpose: 'SUPERVISION' };
const stampsOf = (holder: string, more: Partial<Stamps> = {}): Stamps => ({ holder, concerned: [], sellerRegion: null, producerRegion: null, platformRegion: null, state: '', reached: [], ...more });
const grant = (id: string, holder: string) => ({ id, holder, coordinates: ['Lab.signatories'] });
const closing = (coordinate: string, holder: string | null) => ({ coordinate, holder, ground: `an incident at ${holder ?? 'all'}` });

const said: { code: string; parameters: Readonly<Record<string, string>> }[] = [];
beforeEach(() => void said.splice(0));
const authorityOf = (caller: Caller, desk: Partial<DeskDecisions> = {}) =>
  new OperationAuthority(caller, table, (code, parameters) => (said.push({ code, parameters }), `in words: ${code}`), { ...nothingDecided, ...desk });

/** Where a value stands in the answer: response keys, and numbers for places in lists. */
const at = (...keys: (string | number)[]) => {
  const path = keys.reduce<GraphQLResolveInfo['path'] | undefined>((prev, key) => ({ prev, key, typename: undefined }), undefined);
  return { path } as GraphQLResolveInfo;
};
const rowsOf = (authority: OperationAuthority, type: string, ...holders: string[]) => holders.map((holder) => authority.admit({}, stampsOf(holder), type));

describe('the rows that a repository admits', () => {
  it('are counted once each, by type and holder, though they are admitted again, and the last stamps decide', () => {
    const authority = authorityOf(lab);
    const row = authority.admit({}, stampsOf('lab-2'), 'Sample');
    expect(authority.permits('Sample.id', row)).toBe(false);
    expect(authority.admit(row, stampsOf('lab-1'), 'Sample')).toBe(row);
    rowsOf(authority, 'Sample', 'lab-1');
    expect(authority.permits('Sample.id', row)).toBe(true);
    expect(authority.trace.rows).toEqual({ 'lab-2': { Sample: 1 }, 'lab-1': { Sample: 1 } });
  });

  it('are those that the terms of the key open: all, one’s own, none of a key without terms or of who is not in the audience', () => {
    expect(authorityOf(officer).rowScopeOf('Sample.id')).toEqual({});
    expect(authorityOf(lab).rowScopeOf('Sample.id')).toEqual({ OR: [{ holder: 'lab-1' }] });
    expect(authorityOf(lab).rowScopeOf('Sample.nothing')).toEqual(nothing);
    expect(authorityOf({ ...officer, kind: 'PLATFORM' }).rowScopeOf('Sample.id')).toEqual(nothing);
  });

  it('are without those of who closed the key, or one’s own alone where it is closed to all', () => {
    expect(authorityOf(officer, { closings: [closing('Sample.id', 'lab-2'), closing('Lab.id', null)] }).rowScopeOf('Sample.id')).toEqual({ OR: [{ holder: { notIn: ['lab-2'] } }] });
    expect(authorityOf(officer, { closings: [closing('Sample.id', null)] }).rowScopeOf('Sample.id')).toEqual(nothing);
    expect(authorityOf(lab, { closings: [closing('Sample.id', null)] }).rowScopeOf('Sample.id')).toEqual({ OR: [{ holder: 'lab-1' }] });
  });

  it('are open one by one as well: where no row is known, only what needs none', () => {
    const [own, others] = [stampsOf('lab-1'), stampsOf('lab-2')];
    expect([own, others, undefined].map((stamps) => authorityOf(lab).opensRow('Sample.id', stamps))).toEqual([true, false, false]);
    expect([own, others, undefined].map((stamps) => authorityOf(officer).opensRow('Sample.id', stamps))).toEqual([true, true, true]);
    expect(authorityOf(officer).opensRow('Sample.nothing', own)).toBe(false);
    expect([own, others].map((stamps) => authorityOf(officer, { closings: [closing('Sample.id', 'lab-2')] }).opensRow('Sample.id', stamps))).toEqual([true, false]);
  });
});

describe('a filter or an order', () => {
  it('reads a field on the rows on which the caller reads it unmasked, and the trace names it', () => {
    const authority = authorityOf(lab);
    expect(authority.readScopeOf('Sample.note')).toEqual({ OR: [{ holder: 'lab-1' }] });
    expect(authority.readScopeOf('Lab.id')).toEqual({});
    expect(authority.readScopeOf('Sample.price')).toEqual(nothing);
    expect(authority.readScopeOf('Sample.nothing')).toEqual(nothing);
    expect(authority.trace.filters).toEqual(['Lab.id', 'Sample.note', 'Sample.nothing', 'Sample.price']);
  });

  it('of a field that was granted counts as a use of its grants, and of another not', () => {
    const granted = { grants: [grant('g1', 'lab-1'), grant('g2', 'lab-2'), { ...grant('g3', 'lab-3'), coordinates: ['Lab.other'] }] };
    const authority = authorityOf(officer, granted);
    expect(authority.readScopeOf('Lab.signatories')).toEqual({ OR: [{ holder: { in: ['lab-1', 'lab-2'] } }] });
    expect(authority.grants).toEqual(['g1', 'g2']);
    const other = authorityOf(officer, { grants: [{ ...grant('g1', 'lab-1'), coordinates: ['Lab.id'] }] });
    other.readScopeOf('Lab.id');
    expect(other.notes().grants).toEqual([]);
    const closed = authorityOf(officer, { ...granted, closings: [closing('Lab.signatories', null)] });
    expect([closed.readScopeOf('Lab.signatories'), closed.grants]).toEqual([nothing, []]);
  });
});

describe('a filter or an order by what is not open', () => {
  const refused = (caller: Caller, coordinate: string, desk: Partial<DeskDecisions> = {}) => {
    const authority = authorityOf(caller, desk);
    expect(authority.readScopeOf(coordinate), 'what is refused is open on no row').toEqual(nothing);
    return { authority, error: authority.refuseFilter(coordinate, 'LabFilter.field', at('labs')) };
  };

  it('is refused with argument, terms, clause and the kinds that hold such rows, in a note at the list, and counted as of no row', () => {
    const { authority, error } = refused(lab, 'Sample.price');
    expect(error.message).toBe('in words: SHARING_FILTER_DENIED');
    expect(error.extensions).toEqual({ code: 'SHARING_FILTER_DENIED', argument: 'LabFilter.field', coordinate: 'Sample.price', owner: 'here', terms: 'price', class: 'NOT_SHARED', clause: '5.2.2; 5.3', holderKinds: [] });
    expect(said).toEqual([{ code: 'SHARING_FILTER_DENIED', parameters: { argument: 'LabFilter.field', coordinate: 'Sample.price', owner: 'here', terms: 'price' } }]);
    expect(authority.notes().refused).toEqual([
      { coordinate: 'Sample.price', path: ['labs'], owner: 'here', terms: 'price', class: 'NOT_SHARED', ground: 'blind buying', code: 'SHARING_FILTER_DENIED', clause: '5.2.2; 5.3', count: 1, message: 'in words: SHARING_FILTER_DENIED' },
    ]);
    expect(authority.trace.refusals).toEqual({ 'Sample.price SHARING_FILTER_DENIED': { '': 1 } });
  });

  it('may be applied for where a grant would open it, with each that may hold such rows', () => {
    const { error } = refused(officer, 'Lab.signatories');
    expect(error.extensions).toMatchObject({ holderKinds: ['LAB'], apply: { mutation: applicationMutation, variables: { items: [{ fields: ['Lab.signatories'], holderIds: [], purpose: 'SUPERVISION' }] } } });
  });

  it('is not to be applied for in vain: by whom the terms do not name, of what would be masked, of what is closed on every row, or while the desk is not heard', () => {
    expect(refused({ ...lab, kind: 'PLATFORM' }, 'Lab.signatories').error.extensions).not.toHaveProperty('apply');
    expect(refused(officer, 'Lab.keys').error.extensions).not.toHaveProperty('apply');
    expect(refused(officer, 'Lab.signatories', { closings: [closing('Lab.signatories', null)] }).error.extensions).not.toHaveProperty('apply');
    expect(refused(officer, 'Lab.signatories', { closings: [closing('Lab.signatories', 'lab-2')] }).error.extensions).toHaveProperty('apply');
    const { authority, error } = refused(officer, 'Lab.signatories', { stale: true });
    expect(error.extensions).not.toHaveProperty('apply');
    expect(authority.notes().stale).toEqual([{ owner: 'exchange' }]);
    expect(refused(lab, 'Sample.price', { stale: true }).authority.notes().stale).toEqual([]);
  });

  it('without terms is refused with nothing to tell of them', () => {
    expect(refused(lab, 'Sample.nothing').error.extensions).toEqual({ code: 'SHARING_FILTER_DENIED', argument: 'LabFilter.field', coordinate: 'Sample.nothing' });
    expect(said[0]?.parameters).toMatchObject({ terms: '', owner: '' });
  });
});

describe('what is left to whoever reached it', () => {
  it('is structure, and another owner’s key; nothing of one’s own, and nothing without terms', () => {
    const authority = authorityOf(lab);
    expect(['Edge.cursor', 'Party.id', 'Lab.id', 'Sample.nothing'].map((coordinate) => authority.leavesOpen(coordinate, 'here'))).toEqual([true, true, false, false]);
    expect(authority.leavesOpen('Lab.id', 'there')).toBe(true);
  });
});

describe('an act', () => {
  it('is for the kinds, levels and roles that its terms name, and an act without terms is nobody’s', () => {
    expect(authorityOf(officer).actTerms('issuePlan')).toBe(acts['issuePlan']);
    expect(['issuePlan', 'cityOnly', 'nothing'].map((act) => authorityOf(officer).mayAct(act))).toEqual([true, true, false]);
    expect(['issuePlan', 'cityOnly'].map((act) => authorityOf({ ...officer, level: 'COUNTY', role: 'AUDITOR' }).mayAct(act))).toEqual([false, false]);
    expect(authorityOf({ ...lab, kind: 'DEPARTMENT' }).mayAct('issuePlan')).toBe(true);
  });

  it('is refused with who may, in words and as data, and counted as refused', () => {
    const authority = authorityOf(lab);
    const error = authority.refuseAct('issuePlan');
    const who = ['REGULATOR/MONITORING_CENTER OFFICER/SIGNATORY', 'DEPARTMENT'];
    expect(error.message).toBe('in words: ACT_NOT_PERMITTED');
    expect(error.extensions).toEqual({ code: 'ACT_NOT_PERMITTED', act: 'issuePlan', audience: who, owner: 'here', clause: '3.1 a' });
    expect(said).toEqual([{ code: 'ACT_NOT_PERMITTED', parameters: { act: 'issuePlan', who: who.join(', '), role: 'SIGNATORY' } }]);
    expect(authority.refuseAct('cityOnly').extensions).toEqual({ code: 'ACT_NOT_PERMITTED', act: 'cityOnly', audience: ['REGULATOR CITY'], owner: 'here' });
    expect(authority.refuseAct('nothing').extensions).toEqual({ code: 'ACT_NOT_PERMITTED', act: 'nothing', audience: [] });
    expect(authority.trace.acts).toEqual({ issuePlan: { ACT_NOT_PERMITTED: 1 }, cityOnly: { ACT_NOT_PERMITTED: 1 }, nothing: { ACT_NOT_PERMITTED: 1 } });
  });
});

describe('what is refused', () => {
  it('is an error at the first row of a place in the answer, null at each further row, and counted at all', () => {
    const authority = authorityOf(lab);
    const [first, second, third] = rowsOf(authority, 'Sample', 'center', 'center', 'lab-2');
    const error = authority.refuse('Sample.price', first, at('samples', 0, 'price'));
    expect(error?.message).toBe('in words: SHARING_NOT_SHARED');
    expect(error?.extensions).toEqual({ code: 'SHARING_NOT_SHARED', coordinate: 'Sample.price', owner: 'here', terms: 'price', class: 'NOT_SHARED', clause: '5.2.2; 5.3', holderKinds: [] });
    expect(said).toEqual([{ code: 'SHARING_NOT_SHARED', parameters: { coordinate: 'Sample.price', terms: 'price', owner: 'here', ground: 'blind buying' } }]);
    expect([second, third].map((row, index) => authority.refuse('Sample.price', row, at('samples', index + 1, 'price')))).toEqual([null, null]);
    expect(authority.notes()).toEqual({
      refused: [{ coordinate: 'Sample.price', path: ['samples', 'price'], owner: 'here', terms: 'price', class: 'NOT_SHARED', ground: 'blind buying', code: 'SHARING_NOT_SHARED', clause: '5.2.2; 5.3', count: 3, message: 'in words: SHARING_NOT_SHARED' }],
      masked: [], grants: [], stale: [],
    });
    expect(authority.trace.refusals).toEqual({ 'Sample.price SHARING_NOT_SHARED': { center: 2, 'lab-2': 1 } });
  });

  it('is told anew at another place of the answer', () => {
    const authority = authorityOf(lab);
    expect(authority.refuse('Sample.price', {}, at('one', 'price'))).not.toBeNull();
    expect(authority.refuse('Sample.price', {}, at('another', 'price'))).not.toBeNull();
    expect(authority.notes().refused.map(({ path, count }) => [path, count])).toEqual([[['one', 'price'], 1], [['another', 'price'], 1]]);
  });

  it('names the clauses that speak to the caller, where any does', () => {
    const unread = { ...lab, role: 'REVIEWER' as const };
    const authority = authorityOf(unread, { closings: [closing('Sample.price', null)] });
    expect(authority.refuse('Sample.price', rowsOf(authority, 'Sample', 'center')[0], at('price'))?.extensions).toMatchObject({ code: 'SHARING_CLOSED', clause: '5.3', holders: ['center'] });
    expect(said[0]?.parameters['ground']).toBe('an incident at all');
    expect(authorityOf(lab).refuse('Sample.id', {}, at('id'))?.extensions).not.toHaveProperty('clause');
  });

  it('without terms is refused as that, with nothing to tell of them', () => {
    const authority = authorityOf(lab);
    expect(authority.refuse('Sample.nothing', undefined, at('nothing'))?.extensions).toEqual({ code: 'SHARING_NO_TERMS', coordinate: 'Sample.nothing', owner: undefined, terms: undefined, class: undefined });
    expect(said[0]?.parameters).toEqual({ coordinate: 'Sample.nothing', terms: '', owner: '', ground: '' });
    expect(authority.notes().refused).toEqual([{ coordinate: 'Sample.nothing', path: ['nothing'], owner: '', terms: '', code: 'SHARING_NO_TERMS', count: 1, message: 'in words: SHARING_NO_TERMS' }]);
    expect(authority.trace.refusals).toEqual({ 'Sample.nothing SHARING_NO_TERMS': { '': 1 } });
  });

  it('for its state alone is told to be not visible yet, and for another’s row not to be for the caller', () => {
    const authority = authorityOf(lab);
    const codeOf = (stamps: Partial<Stamps>) => authority.refuse('Plan.title', authority.admit({}, stampsOf('city', stamps), 'Plan'), at(JSON.stringify(stamps)))?.extensions['code'];
    expect(codeOf({ concerned: ['lab-1'] })).toBe('SHARING_NOT_YET_VISIBLE');
    expect(codeOf({ concerned: ['lab-2'], reached: ['ISSUED'] })).toBe('SHARING_NOT_IN_AUDIENCE');
  });

  it('names the kinds that hold such rows where there is nothing to apply for with the holder, and the holder where there is', () => {
    const platform = authorityOf({ ...lab, kind: 'PLATFORM' });
    const holdersIn = (authority: OperationAuthority) => {
      const { code, holders, holderKinds } = authority.refuse('Lab.signatories', rowsOf(authority, 'Lab', 'lab-1')[0], at('signatories'))?.extensions ?? {};
      return { code, holders, holderKinds };
    };
    expect(holdersIn(platform)).toEqual({ code: 'SHARING_NOT_IN_AUDIENCE', holderKinds: ['LAB'] });
    expect(holdersIn(authorityOf(officer, { stale: true }))).toEqual({ code: 'SHARING_REPLICA_STALE', holderKinds: ['LAB'] });
    expect(holdersIn(authorityOf(officer))).toEqual({ code: 'SHARING_NEEDS_GRANT', holders: ['lab-1'] });
  });

  it('by a closing of one holder is that on its rows alone, with its ground', () => {
    const authority = authorityOf(officer, { closings: [closing('Lab.id', 'lab-2'), closing('Lab.id', 'lab-3')] });
    const [, second, third] = rowsOf(authority, 'Lab', 'lab-1', 'lab-2', 'lab-3');
    expect(authority.refuse('Lab.id', third, at('labs', 2, 'id'))?.extensions).toMatchObject({ code: 'SHARING_CLOSED', holders: ['lab-3'] });
    expect(said[0]?.parameters['ground']).toBe('an incident at lab-3');
    expect(authority.refuse('Lab.id', second, at('labs', 1, 'id'))).toBeNull();
    expect(authority.notes().refused).toMatchObject([{ holders: ['lab-3', 'lab-2'], count: 2 }]);
  });

  it('by a closing of one holder is that too where it is no row’s, with neither ground nor holder to tell of', () => {
    const authority = authorityOf(officer, { closings: [closing('Lab.id', 'lab-2')] });
    expect(authority.refuse('Lab.id', {}, at('id'))?.extensions).toMatchObject({ code: 'SHARING_CLOSED', holders: [] });
    expect(said[0]?.parameters['ground']).toBe('');
  });

  it('is told at each place, though the names along the way are the same letters', () => {
    const authority = authorityOf(lab);
    for (const path of [['a', 'bc'], ['ab', 'c']]) expect(authority.refuse('Sample.price', {}, at(...path))).not.toBeNull();
    expect(authority.notes().refused).toMatchObject([{ path: ['a', 'bc'], count: 1 }, { path: ['ab', 'c'], count: 1 }]);
  });

  it('is not told to be closed where it would not be open either way', () => {
    const authority = authorityOf(lab, { closings: [closing('Sample.price', null)] });
    expect(authority.refuse('Sample.price', rowsOf(authority, 'Sample', 'center')[0], at('price'))?.extensions['code']).toBe('SHARING_NOT_SHARED');
  });

  it('may be applied for where a grant would open it: each holder is named once, as rows add theirs', () => {
    const authority = authorityOf(officer);
    const [first, second, again] = rowsOf(authority, 'Lab', 'lab-1', 'lab-2', 'lab-1');
    const error = authority.refuse('Lab.signatories', first, at('labs', 0, 'signatories'));
    for (const row of [second, again]) authority.refuse('Lab.signatories', row, at('labs', 1, 'signatories'));
    expect(error?.extensions).toMatchObject({ code: 'SHARING_NEEDS_GRANT', clause: '5.4.3 a', holders: ['lab-1', 'lab-2'] });
    expect(error?.extensions['apply']).toMatchObject({ variables: { items: [{ fields: ['Lab.signatories'], holderIds: ['lab-1', 'lab-2'], purpose: 'SUPERVISION' }] } });
    expect(authority.notes().stale).toEqual([]);
  });

  it('on a stale desk is refused as that, with nobody to apply to, and noted; what is refused for another reason is not', () => {
    const stale = authorityOf(officer, { stale: true, grants: [grant('g1', 'lab-1')] });
    const error = stale.refuse('Lab.signatories', rowsOf(stale, 'Lab', 'lab-1')[0], at('signatories'));
    expect(error?.extensions['code']).toBe('SHARING_REPLICA_STALE');
    for (const key of ['apply', 'holders']) expect(error?.extensions).not.toHaveProperty(key);
    expect(stale.notes()).toMatchObject({ stale: [{ owner: 'exchange' }], grants: [] });
    const other = authorityOf(lab, { stale: true });
    other.refuse('Sample.price', {}, at('price'));
    expect(other.notes().stale).toEqual([]);
  });
});

describe('what shield was asked of once', () => {
  it('is not asked again for further rows of the same place and reason: they are counted, with their holders', () => {
    const authority = authorityOf(officer);
    const [first, second, third] = rowsOf(authority, 'Lab', 'lab-1', 'lab-2', 'lab-3');
    expect(authority.isRefusedAgain('Lab.signatories', first, at('labs', 0, 'signatories'))).toBe(false);
    // Before whoever was told no has brought the refusal about.
    expect(authority.notes().refused).toMatchObject([{ count: 0, holders: ['lab-1'] }]);
    expect(authority.trace.refusals).toEqual({});
    expect([second, third].map((row, index) => authority.isRefusedAgain('Lab.signatories', row, at('labs', index + 1, 'signatories')))).toEqual([true, true]);
    authority.refuse('Lab.signatories', first, at('labs', 0, 'signatories'));
    expect(authority.notes().refused).toMatchObject([{ count: 3, holders: ['lab-1', 'lab-2', 'lab-3'] }]);
    expect(authority.trace.refusals).toEqual({ 'Lab.signatories SHARING_NEEDS_GRANT': { 'lab-1': 1, 'lab-2': 1, 'lab-3': 1 } });
  });

  it('is asked again at another place and for another reason', () => {
    const authority = authorityOf(officer, { closings: [closing('Lab.id', 'lab-2')] });
    const [first, second] = rowsOf(authority, 'Lab', 'lab-1', 'lab-2');
    expect(authority.isRefusedAgain('Lab.signatories', first, at('labs', 0, 'signatories'))).toBe(false);
    expect(authority.isRefusedAgain('Lab.signatories', first, at('others', 0, 'signatories'))).toBe(false);
    const plans = authorityOf(lab);
    const [notYet, notMine] = [{ concerned: ['lab-1'] }, { concerned: [] }].map((stamps) => plans.admit({}, stampsOf('city', stamps), 'Plan'));
    expect([notYet, notMine, notYet].map((row, index) => plans.isRefusedAgain('Plan.title', row, at('plans', index, 'title')))).toEqual([false, false, true]);
    expect(second).toBeDefined();
  });
});

describe('what is masked, and read under a grant', () => {
  it('is noted by place and mask, and counted; a field without terms is not', () => {
    const authority = authorityOf(lab);
    for (const index of [0, 1]) authority.noteMask('Sample.note', 'HASH', at('samples', index, 'note'));
    authority.noteMask('Sample.note', 'NULL', at('samples', 2, 'note'));
    authority.noteMask('Sample.nothing', 'HASH', at('nothing'));
    const note = { coordinate: 'Sample.note', path: ['samples', 'note'], owner: 'here', terms: 'register', class: 'UNCONDITIONAL' };
    expect(authority.notes()).toEqual({ refused: [], masked: [{ ...note, mask: 'HASH', count: 2 }, { ...note, mask: 'NULL', count: 1 }], grants: [], stale: [] });
  });

  it('names the grants of the row’s holder alone, each once', () => {
    const authority = authorityOf(officer, { grants: [grant('g1', 'lab-1'), grant('g1 again', 'lab-1'), grant('g2', 'lab-2'), { ...grant('other', 'lab-1'), coordinates: ['Lab.id'] }] });
    const [row] = rowsOf(authority, 'Lab', 'lab-1');
    for (const parent of [row, row, {}, null]) authority.noteGrant('Lab.signatories', parent);
    expect(authority.grants).toEqual(['g1', 'g1 again']);
  });

  it('is decided by row, whole or masked, and nothing is open without a row that was admitted', () => {
    const authority = authorityOf(lab);
    const [own, others] = rowsOf(authority, 'Sample', 'lab-1', 'lab-2');
    expect([own, others].map((row) => authority.decide('Sample.note', row))).toEqual([{ allowed: true, mask: undefined }, { allowed: true, mask: 'HASH' }]);
    expect(['a value', null, {}].map((parent) => authority.permits('Sample.id', parent))).toEqual([false, false, false]);
    expect(authority.decide('Sample.nothing', own)).toEqual({ allowed: false, notYet: false });
  });
});
