import type { ActRow } from '@hub/kernel/acts/act-scope.js';
import type { Transaction } from '@hub/kernel/unit-of-work/transaction.js';

/** The number (编号) of a record, with what says who may see it. */
export interface NumberedRecord extends ActRow {
  readonly id: string;
  readonly number: string;
}

/** The numbers of some records, in no order, and nothing else of them: all that an import tells of what it has taken in. */
export function numbersOf(database: Transaction, ids: readonly string[]): Promise<NumberedRecord[]> {
  return database.$queryRawUnsafe<NumberedRecord[]>('SELECT id, number, holder, concerned, state, reached FROM risk_information WHERE id = ANY($1::text[])', ids);
}
