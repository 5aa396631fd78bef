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
});
