import type { CheckResult } from '@hub/schema/check/check-task.js';

/** What the checking thread answers to a task: the result, or what nobody expected. */
export type CheckAnswer = { readonly id: number } & ({ readonly result: CheckResult } | { readonly failure: string });
