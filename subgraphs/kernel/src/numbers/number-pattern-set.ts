import type { NumberedKind } from '@hub/schema/code-lists/number-series.js';
import type { ReceivedEvent } from '../log/event.js';
import type { Transaction } from '../unit-of-work/transaction.js';

/** What `exchange` tells every owner of a rule by which a party numbers (编号规则, ADR 0031). */
export interface NumberPatternSet {
  readonly id: string;
  readonly holder: string;
  readonly kind: NumberedKind;
  readonly pattern: string;
  /** ISO 8601. */
  readonly beginsAt: string;
}

export const numberPatternSet = 'NumberPatternSet';

/**
 * Keeps a rule. It stays also where the exchange, restored, tells of it no more: numbers go on as they were. Of two that begin at once the one told later counts.
 */
export async function takeInNumberPattern(tx: Transaction, { payload }: ReceivedEvent): Promise<void> {
  const { id, holder, kind, pattern, beginsAt } = payload as unknown as NumberPatternSet;
  await tx.$executeRawUnsafe(
    'INSERT INTO kernel.number_pattern (id, holder, kind, pattern, begins_at) VALUES ($1, $2, $3, $4, $5::timestamptz) ON CONFLICT (id) DO NOTHING',
    id, holder, kind, pattern, beginsAt,
  );
}
