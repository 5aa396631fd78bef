import type { RowDecision } from '@hub/schema/policy/decision/decide-field.js';
import { decideForProfile, decideForRow } from '@hub/schema/policy/decision/decide-field.js';
import type { Stamps } from '@hub/schema/policy/decision/stamps.js';
import type { FieldTerms } from '@hub/schema/policy/terms/vocabulary.js';
import type { StackContext } from './stack-subgraph.js';

/** What terms give the caller of a request on a row. */
export function decisionOn({ caller, decisions }: StackContext, terms: FieldTerms, row: unknown): RowDecision {
  const known = decisions.get(terms.terms) ?? decideForProfile(terms, caller);
  decisions.set(terms.terms, known);
  return decideForRow(known, caller, row as Stamps | undefined);
}
