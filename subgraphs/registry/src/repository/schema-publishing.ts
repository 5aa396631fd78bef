import type { KeyFile } from '@hub/kernel/identity/key-file.js';
import type { CheckSchemas } from '@hub/schema/check/check-task.js';

/** Checks as acts run them. */
interface ChecksOutsideTransactions {
  /** Inside of a transaction: what was found of just this task. */
  readonly check: CheckSchemas;
  /** After a transaction was undone: whether it was for a check, which has been run now. */
  readonly again: (error: unknown) => Promise<boolean>;
}

/** What checking and publishing schemas is done with. */
export interface SchemaPublishing extends ChecksOutsideTransactions {
  readonly key: KeyFile;
  /** Over how many of the last days what breaks clients is judged by what they used. */
  readonly usageDays: number;
}

/** Longest text of a schema, in characters: ten times the hub's largest. */
export const schemaLimit = 4_000_000;
