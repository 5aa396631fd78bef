import { describe, expect, it } from 'vitest';
import { randomCaller, randomTerms } from '../testing/random-terms.js';
import { randomFrom } from '../testing/random.js';
import type { FieldTerms } from '../terms/vocabulary.js';
import type { Caller } from './caller.js';
import { decideForProfile, type ProfileDecision } from './decide-field.js';
import { explainField, type Explanation } from './explain-field.js';

const everyCase = 4_000;

/** In the words of the decision. */
function decided({ outcome, mask }: Explanation): Pick<ProfileDecision, 'kind'> & { readonly mask?: unknown } {
  if (outcome === 'OPEN' || outcome === 'MASKED') return { kind: 'ALLOW', mask };
  return { kind: outcome === 'ON_CERTAIN_ROWS' ? 'BY_ROW' : 'DENY' };
}

describe('an explanation', () => {
  it('says what the terms decide, whatever the terms and whoever asks, with and without grants and closings', () => {
    const seen = new Set<string>();
    for (let seed = 0; seed < everyCase; seed += 1) {
      const random = randomFrom(seed);
      const [terms, caller] = [randomTerms(random), randomCaller(random)];
      const granted = random.chance(0.3);
      const closed = random.one(['NO', 'NO', 'SOME_ROWS', 'EVERY_ROW'] as const);
      const closings = closed === 'NO' ? [] : [{ coordinate: 'A.b', holder: closed === 'EVERY_ROW' ? null : 'another', ground: 'duty' }];
      const grants = granted ? [{ id: 'grant', holder: 'holder', coordinates: ['A.b'] }] : [];
      const decision = decideForProfile(terms, caller, { grants, closings });
      const explanation = explainField(terms, { caller, granted, closed });
      seen.add(explanation.outcome);
      expect([seed, decided(explanation)]).toEqual([seed, decision.kind === 'BY_ROW' ? { kind: 'BY_ROW' } : decision]);
    }
    expect([...seen].sort()).toEqual(['CLOSED', 'MASKED', 'ON_APPLICATION', 'ON_CERTAIN_ROWS', 'OPEN']);
  });

  const lab: Caller = { userId: 'u', partyId: 'lab-1', kind: 'LAB', regionCode: '330100', role: 'TECHNICIAN' };
  const terms: FieldTerms = {
    ...{ owner: 'labs', terms: 'report', class: 'UNCONDITIONAL' },
    audience: [
      { kinds: ['LAB'], roles: ['SIGNATORY'], rows: 'OWN' },
      { kinds: ['LAB'], rows: 'CONCERNED', visibleFrom: 'ISSUED' },
    ],
  };

  it('tells of each clause which conditions hold, which do not, and which depend on the row', () => {
    const { outcome, clauses } = explainField(terms, { caller: lab, granted: false, closed: 'NO' });
    expect(outcome).toBe('ON_CERTAIN_ROWS');
    expect(clauses.map(({ conditions }) => conditions)).toEqual([
      [
        { condition: 'KIND', wanted: 'LAB', holds: true },
        { condition: 'ROLE', wanted: 'SIGNATORY', holds: false },
        { condition: 'ROWS', wanted: 'OWN', holds: null },
      ],
      [
        { condition: 'KIND', wanted: 'LAB', holds: true },
        { condition: 'ROWS', wanted: 'CONCERNED', holds: null },
        { condition: 'STATE', wanted: 'ISSUED', holds: null },
      ],
    ]);
  });

  it('knows a state that the row has reached', () => {
    const [, clause] = explainField(terms, { caller: lab, state: 'ISSUED', granted: false, closed: 'NO' }).clauses;
    expect(clause?.conditions.at(-1)).toEqual({ condition: 'STATE', wanted: 'ISSUED', holds: true });
  });

  it('names all that a clause asks for, in the words of the terms', () => {
    const everything: FieldTerms = {
      ...{ owner: 'labs', terms: 'signatories', class: 'CONDITIONAL' },
      audience: [
        { kinds: ['REGULATOR', 'LAB'], levels: ['PROVINCE', 'CITY'], roles: ['OFFICER', 'ANALYST'], purposes: ['SUPERVISION', 'STATISTICS'], rows: 'REGION', place: 'PRODUCER' },
        { kinds: ['REGULATOR'], rows: 'REGION' },
      ],
    };
    const city: Caller = { userId: 'u', partyId: 'city', kind: 'REGULATOR', level: 'CITY', regionCode: '330100', role: 'OFFICER', purpose: 'STATISTICS' };
    const [all, least] = explainField(everything, { caller: city, granted: true, closed: 'SOME_ROWS' }).clauses;
    expect(all?.conditions).toEqual([
      { condition: 'KIND', wanted: 'REGULATOR, LAB', holds: true },
      { condition: 'LEVEL', wanted: 'PROVINCE, CITY', holds: true },
      { condition: 'ROLE', wanted: 'OFFICER, ANALYST', holds: true },
      { condition: 'PURPOSE', wanted: 'SUPERVISION, STATISTICS', holds: true },
      { condition: 'ROWS', wanted: 'REGION PRODUCER', holds: null },
      { condition: 'GRANT', wanted: 'signatories', holds: null },
      { condition: 'CLOSING', wanted: 'SOME_ROWS', holds: null },
    ]);
    expect(least?.conditions.find(({ condition }) => condition === 'ROWS')).toEqual({ condition: 'ROWS', wanted: 'REGION SELLER', holds: null });
    expect(explainField(everything, { caller: city, granted: true, closed: 'EVERY_ROW' }).clauses[0]?.conditions.at(-1)).toEqual({ condition: 'CLOSING', wanted: 'EVERY_ROW', holds: false });
  });

  it('tells a field that is masked from one that is open', () => {
    const masked = (mask?: 'PARTIAL') => explainField({ ...terms, audience: [{ kinds: ['LAB'], rows: 'ALL', ...(mask && { mask }) }] }, { caller: lab, granted: false, closed: 'NO' });
    expect([masked(), masked('PARTIAL')]).toMatchObject([{ outcome: 'OPEN', mask: undefined }, { outcome: 'MASKED', mask: 'PARTIAL' }]);
  });

  it('sends to apply whom nothing but the grant keeps out, and perhaps the purpose, by one clause at least; nobody else', () => {
    const conditional = (...audience: FieldTerms['audience']) => explainField({ ...terms, class: 'CONDITIONAL', audience }, { caller: lab, granted: false, closed: 'NO' }).outcome;
    expect(conditional({ kinds: ['LAB'], rows: 'ALL' })).toBe('ON_APPLICATION');
    expect(conditional({ kinds: ['LAB'], rows: 'ALL', purposes: ['STATISTICS'] })).toBe('ON_APPLICATION');
    expect(conditional({ kinds: ['PLATFORM'], rows: 'ALL' }, { kinds: ['LAB'], rows: 'ALL' })).toBe('ON_APPLICATION');
    expect(conditional({ kinds: ['PLATFORM'], rows: 'ALL' })).toBe('CLOSED');
    expect(conditional({ kinds: ['LAB'], roles: ['SIGNATORY'], rows: 'ALL' })).toBe('CLOSED');
    // Of a holder's own rows nothing is granted: what is missing there is not a grant.
    expect(conditional({ kinds: ['LAB'], rows: 'OWN', purposes: ['STATISTICS'] })).toBe('CLOSED');
    expect(explainField({ ...terms, class: 'CONDITIONAL', audience: [{ kinds: ['LAB'], rows: 'ALL' }] }, { caller: lab, granted: false, closed: 'EVERY_ROW' }).outcome).toBe('CLOSED');
  });
});
