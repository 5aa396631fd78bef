import { Refusal } from '@hub/kernel/refusals/refusal.js';

/** Who may have bought under an order. */
interface Buyers {
  /** Samplers of the work plan (5.2.1). */
  readonly samplerIds: readonly string[];
  /** To whom the order was given. */
  readonly samplerId: string;
  /** Who records the purchase. */
  readonly callerId: string;
}

/**
 * The sampler who bought: whoever is named, else whoever records it where that is a sampler of the work plan, else the order's.
 * @throws Refusal SAMPLER_NOT_IN_WORK_PLAN
 */
export function buyerOf(named: string | null | undefined, { samplerIds, samplerId, callerId }: Buyers): string {
  if (named == null) return samplerIds.includes(callerId) ? callerId : samplerId;
  if (samplerIds.includes(named)) return named;
  throw new Refusal('SAMPLER_NOT_IN_WORK_PLAN', { field: 'boughtById', parameters: { user: named, named: samplerIds.join(', ') } });
}
