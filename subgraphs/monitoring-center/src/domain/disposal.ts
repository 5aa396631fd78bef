import type { ActRecord } from '@hub/kernel/unit-of-work/act-record.js';

/** How a sample was disposed of, as it keeps it (样品处置, after 5.4.1). */
export interface Disposal {
  readonly method: string;
  readonly place: string;
  readonly quantity: number;
  readonly reason: string;
  readonly disposed: ActRecord;
  readonly witness: { readonly agrees: boolean; readonly remark: string | null; readonly signed: ActRecord } | null;
}

interface DisposedOf {
  readonly disposals: unknown;
}

/** The disposal that waits for a witness, if any. */
export function disposalToWitness({ disposals }: DisposedOf): Disposal | undefined {
  const last = (disposals as readonly Disposal[]).at(-1);
  return last?.witness === null ? last : undefined;
}
