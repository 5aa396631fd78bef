import { verdictOf } from '@hub/kernel/testing/conformance/oracle.js';
import { applicableClauses } from '@hub/schema/policy/decision/applicable-clauses.js';
import { clauseAdmitsRow } from '@hub/schema/policy/decision/clause-admits-row.js';
import { decisionsFor } from '@hub/schema/policy/decision/decisions-for.js';
import { decisionsOn } from '@hub/schema/policy/decision/desk-decisions.js';
import { decideForProfile, decideForRow } from '@hub/schema/policy/decision/decide-field.js';
import { rowScope } from '@hub/schema/policy/decision/row-scope.js';
import { randomFrom } from '@hub/schema/policy/testing/random.js';
import { randomCaller, randomDecisions, randomField, randomNow, randomStamps, randomTerms } from '@hub/schema/policy/testing/random-terms.js';
import { expect, it } from 'vitest';
import { oracleCaller, oracleDesk, oracleTerms } from './as-the-oracle-sees.js';
import { satisfies } from './satisfies.js';

const seeds = Array.from({ length: 24_000 }, (_, index) => 20_261_122 + index);

/** Terms, a caller, a row, and what the sharing desk has decided, the same for the same seed. */
function drawn(seed: number) {
  const random = randomFrom(seed);
  const [terms, caller, row] = [randomTerms(random), randomCaller(random), random.chance(0.05) ? undefined : randomStamps(random)];
  const kept = randomDecisions(random);
  return { terms, caller, row, kept, decisions: decisionsOn(randomField, decisionsFor(kept, caller, randomNow, false)) };
}

it('decides as the oracle does, on any terms, for any caller, on any row', () => {
  let granted = 0;
  const verdicts = new Map<string, number>();
  const disagreements = seeds.flatMap((seed) => {
    const { terms, caller, row, kept, decisions } = drawn(seed);
    const decision = decideForRow(decideForProfile(terms, caller, decisions), caller, row);
    if (decision.allowed && decision.granted) granted += 1;
    const decided = decision.allowed ? (decision.mask ?? 'OPEN') : 'DENIED';
    const expected = verdictOf(oracleTerms(terms), oracleCaller(caller), row, oracleDesk(kept));
    verdicts.set(decided, (verdicts.get(decided) ?? 0) + 1);
    // On a row that is not known, a clause that needs one may only close what a less generous one would have masked.
    if (decided === expected || (row === undefined && decided === 'DENIED' && expected !== 'OPEN')) return [];
    return [`seed ${seed}: decided ${decided}, the oracle says ${expected}: ${JSON.stringify({ terms, caller, row, kept: oracleDesk(kept) })}`];
  });
  expect(disagreements.slice(0, 3)).toEqual([]);
  expect(granted).toBeGreaterThan(100);
  // The draw is worth something only if every verdict is frequent.
  for (const verdict of ['OPEN', 'PARTIAL', 'HASH', 'NULL', 'DENIED']) expect(verdicts.get(verdict), verdict).toBeGreaterThan(200);
});

it('admits by the condition on rows exactly the rows that some clause admits', () => {
  let admitted = 0;
  const disagreements = seeds.flatMap((seed) => {
    const { terms, caller, row, decisions } = drawn(seed);
    if (row === undefined) return [];
    const clauses = applicableClauses(terms, caller, decisions);
    const condition = rowScope(clauses, caller);
    const expected = clauses.some((clause) => clauseAdmitsRow(clause, caller, row));
    if (expected) admitted += 1;
    if (satisfies(condition, row) === expected) return [];
    return [`seed ${seed}: ${JSON.stringify(condition)} should ${expected ? 'admit' : 'not admit'} the row: ${JSON.stringify({ terms, caller, row })}`];
  });
  expect(disagreements.slice(0, 3)).toEqual([]);
  expect(admitted).toBeGreaterThan(2_000);
});
