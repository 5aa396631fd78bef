import type { ConditionRange } from './condition-range.js';

/** Where and under what conditions a sample is kept (样品储存, 5.3.1); `since` is ISO 8601, for it lies in JSON. */
export type SampleStorage = {
  readonly place: string;
  readonly temperature: ConditionRange | null;
  readonly humidity: ConditionRange | null;
  readonly since: string;
};
