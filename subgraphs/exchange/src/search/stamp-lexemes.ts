import type { AppliedClause } from '@hub/schema/policy/decision/applied-clause.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';
import { regionStamp } from '@hub/schema/policy/decision/clause-admits-row.js';
import { regionPrefix } from '@hub/schema/policy/decision/region-prefix.js';
import type { Stamps } from '@hub/schema/policy/decision/stamps.js';
import { all, any, has, not, type LexemeCondition } from './tsquery.js';

/** Signs that no code of a field begins with. */
const signs = { holder: '^h', concerned: '^c', reached: '^r', sellerRegion: '^s', producerRegion: '^p', platformRegion: '^l' } as const;

/** A stamp of a row as a lexeme. */
export const stampLexeme = (kind: keyof typeof signs, value: string): string => `${signs[kind]}:${value}`;

/** The stamps of a row as lexemes beside its words, so that one look into the index answers for both: a row's rights are words of the search. */
export function stampLexemes(stamps: Stamps): string[] {
  const regions = Object.values(regionStamp).flatMap((kind) => [2, 4, 6].flatMap((digits) => (stamps[kind] === null || stamps[kind].length < digits ? [] : [stampLexeme(kind, stamps[kind].slice(0, digits))])));
  return [
    stampLexeme('holder', stamps.holder),
    ...stamps.concerned.map((party) => stampLexeme('concerned', party)),
    ...stamps.reached.map((state) => stampLexeme('reached', state)),
    ...regions,
  ];
}

/** The rows that clauses open to a caller, as a condition over lexemes: the counterpart of rowScope and clauseAdmitsRow. */
export function rowCondition(clauses: readonly AppliedClause[], caller: Caller): LexemeCondition {
  return any(clauses.map((clause) => clauseCondition(clause, caller)));
}

function clauseCondition(clause: AppliedClause, caller: Caller): LexemeCondition {
  const conditions = [
    clause.visibleFrom === undefined || has(stampLexeme('reached', clause.visibleFrom)),
    clause.holders === undefined || any(clause.holders.map((holder) => has(stampLexeme('holder', holder)))),
    ...(clause.exceptHolders ?? []).map((holder) => not(has(stampLexeme('holder', holder)))),
  ];
  switch (clause.rows) {
    case 'ALL':
      return all(conditions);
    case 'OWN':
      return all([...conditions, has(stampLexeme('holder', caller.partyId))]);
    case 'CONCERNED':
      return all([...conditions, has(stampLexeme('concerned', caller.partyId))]);
    case 'REGION': {
      const prefix = regionPrefix(caller);
      return prefix === undefined ? false : all([...conditions, has(stampLexeme(regionStamp[clause.place ?? 'SELLER'], prefix))]);
    }
  }
}
