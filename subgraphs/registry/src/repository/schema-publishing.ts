import type { KeyFile } from '@hub/kernel/identity/key-file.js';
import type { ChecksOutsideTransactions } from '../domain/checks-outside-transactions.js';

/** What checking and publishing schemas is done with. */
export interface SchemaPublishing extends ChecksOutsideTransactions {
  readonly key: KeyFile;
  /** Over how many of the last days what breaks clients is judged by what they used. */
  readonly usageDays: number;
}

/** Longest text of a schema, in characters: ten times the hub's largest. */
export const schemaLimit = 4_000_000;
