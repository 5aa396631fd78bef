import { Refusal } from '@hub/kernel/refusals/refusal.js';

/** A product of a plan that a regulator above samples, too. */
export interface SampledAbove {
  readonly product: string;
  /** Name of the regulator above. */
  readonly regulator: string;
  /** For how many months the law forbids to sample it again. */
  readonly months: number;
}

/**
 * Under supervision sampling nothing is sampled again that a regulator above samples, but on a ground that the law has (5.2.2). Of the plan above nothing is told.
 * @throws Refusal SAMPLED_ABOVE
 */
export function requireNotSampledAbove(above: SampledAbove | null, ground: string | null | undefined): void {
  if (above === null || ground != null) return;
  throw new Refusal('SAMPLED_ABOVE', { field: 'resamplingGround', parameters: { ...above } });
}
