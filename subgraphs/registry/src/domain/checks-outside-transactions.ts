import type { CheckSchemas } from '@hub/schema/check/check-task.js';

/** Checks as acts run them. */
export interface ChecksOutsideTransactions {
  /** Inside of a transaction: what was found of just this task. */
  readonly check: CheckSchemas;
  /** After a transaction was undone: whether it was for a check, which has been run now. */
  readonly again: (error: unknown) => Promise<boolean>;
}
