import { describe, expect, it } from 'vitest';
import type { Clause, FieldTerms } from '../terms/vocabulary.js';
import { clauseCovers, clauseInWords, clausesForOne, clausesOfReaders, type ClauseForOne } from './clause-covers.js';

const basis = { kind: 'STATUTE', reference: '5.4.3' } as const;
const clause = (more: Partial<Clause> = {}): Clause => ({ kinds: ['LAB', 'REGULATOR'], rows: 'ALL', basis, ...more });
const one = (more: Partial<Clause> = {}): ClauseForOne => ({ ...clause(more), kinds: ['LAB'] });
const terms = (more: Partial<FieldTerms>): FieldTerms => ({ audience: [clause({ rows: 'OWN' }), clause({ kinds: ['PLATFORM'] })], class: 'UNCONDITIONAL', ...more }) as FieldTerms;

describe('a clause covers another', () => {
  it('of the same parties, on the same rows, in the same states', () => {
    expect(clauseCovers(clause(), one())).toBe(true);
    expect(clauseCovers(clause({ kinds: ['REGULATOR'] }), one())).toBe(false);
  });

  it.each(['levels', 'roles', 'purposes'] as const)('where it names no %s, or all that the other names', (named) => {
    const values = { levels: ['CITY', 'COUNTY'], roles: ['OFFICER', 'ANALYST'], purposes: ['SUPERVISION', 'STATISTICS'] }[named];
    const [first] = values;
    const of = (some: readonly (string | undefined)[]) => ({ [named]: some }) as Partial<Clause>;
    expect(clauseCovers(clause(), one(of(values)))).toBe(true);
    expect(clauseCovers(clause(of(values)), one(of(values)))).toBe(true);
    expect(clauseCovers(clause(of(values)), one(of([first])))).toBe(true);
    // Some of them is too little, and whoever names none is everybody.
    expect(clauseCovers(clause(of([first])), one(of(values)))).toBe(false);
    expect(clauseCovers(clause(of([first])), one())).toBe(false);
  });

  it('on all rows, or on the same rows of the same place', () => {
    const region = (place: 'SELLER' | 'PRODUCER') => ({ rows: 'REGION', place }) as const;
    expect(clauseCovers(clause(), one(region('SELLER')))).toBe(true);
    expect(clauseCovers(clause(region('SELLER')), one(region('SELLER')))).toBe(true);
    expect(clauseCovers(clause(region('SELLER')), one(region('PRODUCER')))).toBe(false);
    expect(clauseCovers(clause({ rows: 'OWN' }), one())).toBe(false);
    expect(clauseCovers(clause({ rows: 'OWN' }), one({ rows: 'CONCERNED' }))).toBe(false);
  });

  it('from the first state on, or from the same', () => {
    expect(clauseCovers(clause(), one({ visibleFrom: 'ISSUED' }))).toBe(true);
    expect(clauseCovers(clause({ visibleFrom: 'ISSUED' }), one({ visibleFrom: 'ISSUED' }))).toBe(true);
    expect(clauseCovers(clause({ visibleFrom: 'ISSUED' }), one({ visibleFrom: 'DRAFT' }))).toBe(false);
    expect(clauseCovers(clause({ visibleFrom: 'ISSUED' }), one())).toBe(false);
  });
});

it('terms are taken apart by kind, level and role, each alone', () => {
  const audience = [clause({ levels: ['CITY', 'COUNTY'], roles: ['OFFICER', 'ANALYST'] })];
  const apart = clausesOfReaders(terms({ audience })).map(({ kinds, levels, roles }) => [...kinds, ...(levels ?? []), ...(roles ?? [])].join(' '));
  expect(apart).toEqual(['LAB', 'REGULATOR'].flatMap((kind) => ['CITY', 'COUNTY'].flatMap((level) => ['OFFICER', 'ANALYST'].map((role) => `${kind} ${level} ${role}`))));
  expect(clausesOfReaders(terms({ audience: [clause()] })).map(({ levels, roles }) => [levels, roles])).toEqual([[undefined, undefined], [undefined, undefined]]);
});

it('without a grant 有条件共享 is open to its holder alone, who may come to read it are all', () => {
  const rowsOf = (clauses: readonly Clause[]) => clauses.map(({ kinds, rows }) => `${kinds.join()} ${rows}`);
  expect(rowsOf(clausesForOne(terms({ class: 'CONDITIONAL' })))).toEqual(['LAB OWN', 'REGULATOR OWN']);
  expect(rowsOf(clausesForOne(terms({})))).toEqual(['LAB OWN', 'REGULATOR OWN', 'PLATFORM ALL']);
  expect(rowsOf(clausesOfReaders(terms({ class: 'CONDITIONAL' })))).toEqual(['LAB OWN', 'REGULATOR OWN', 'PLATFORM ALL']);
});

it('a clause is told in words: who, on which rows, from when', () => {
  expect(clauseInWords(clause())).toBe('LAB/REGULATOR, all rows');
  expect(clauseInWords(clause({ kinds: ['REGULATOR'], levels: ['CITY', 'COUNTY'], roles: ['OFFICER', 'AUDITOR'], rows: 'REGION', place: 'SELLER', visibleFrom: 'ISSUED' }))).toBe('REGULATOR CITY/COUNTY OFFICER/AUDITOR, rows REGION (SELLER) from ISSUED');
  expect(clauseInWords(clause({ kinds: ['LAB'], rows: 'OWN' }))).toBe('LAB, rows OWN');
});
