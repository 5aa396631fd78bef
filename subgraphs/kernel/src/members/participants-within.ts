import { leadingDigits } from '../lists/leading-digits.js';
import type { Transaction } from '../unit-of-work/transaction.js';

/** The ids of the participants of a kind whose region lies within one, whether or not they are active still. */
export async function participantsWithin(tx: Transaction, kind: string, regionCode: string): Promise<string[]> {
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
    'SELECT id FROM kernel.participant WHERE kind = $1 AND starts_with(region_code, $2)',
    kind,
    leadingDigits(regionCode),
  );
  return rows.map(({ id }) => id);
}
