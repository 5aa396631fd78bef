import type { Caller } from '@hub/schema/policy/decision/caller.js';
import { explainField } from '@hub/schema/policy/decision/explain-field.js';
import type { FieldTerms } from '@hub/schema/policy/terms/vocabulary.js';
import type { SharingExplanation } from '../generated/graphql.js';
import type { ExchangeTransaction } from './database.js';
import { decidedOnField } from './decided-on-field.js';
import { clauseInWords } from './shared-resources.js';

/** What is asked about: a field, its terms, the caller that would read it, and a state that the row has reached. */
export interface AskedAbout {
  readonly coordinate: string;
  readonly terms: FieldTerms;
  readonly caller: Caller;
  readonly state: string | null | undefined;
}

/**
 * Explains to who asks what a field's terms, and what the desk has decided on it, give a caller. What others have granted to another party is
 * between those two, and the steward's to know.
 */
export async function explainTo(database: ExchangeTransaction, asking: Caller, { coordinate, terms, caller, state }: AskedAbout): Promise<Pick<SharingExplanation, 'outcome' | 'mask' | 'clauses'>> {
  const grantedBy = caller.partyId === asking.partyId || asking.role === 'DATA_STEWARD' ? undefined : asking.partyId;
  const decided = await decidedOnField(database, coordinate, { grantee: caller.partyId, purpose: caller.purpose, grantedBy });
  const { outcome, mask, clauses } = explainField(terms, { caller, state: state ?? undefined, ...decided });
  return { outcome, mask: mask ?? null, clauses: clauses.map(({ clause, conditions }) => ({ clause: clauseInWords(clause), conditions: [...conditions] })) };
}
