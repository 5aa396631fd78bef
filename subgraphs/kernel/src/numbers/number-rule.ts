import { standardNumberPattern, type NumberedKind } from '@hub/schema/code-lists/number-series.js';
import type { Transaction } from '../unit-of-work/transaction.js';

/** The rule by which a party ($1) numbers a kind ($2) at a time ($3), the latest that has begun, or the standard one ($4); and the region that it may name. */
export const ruleInForce = `SELECT
  coalesce(
    (SELECT pattern FROM kernel.number_pattern WHERE holder = $1 AND kind = $2 AND begins_at <= $3::timestamptz ORDER BY begins_at DESC, place DESC LIMIT 1),
    $4
  ) AS pattern,
  coalesce((SELECT region_code FROM kernel.participant WHERE id = $1), '') AS region`;

/** That rule, for what is drawn at random. */
export async function numberRule(tx: Transaction, kind: NumberedKind, holder: string, at: Date): Promise<{ readonly pattern: string; readonly region: string }> {
  const pattern = standardNumberPattern(kind);
  const [rule] = await tx.$queryRawUnsafe<{ pattern: string; region: string }[]>(ruleInForce, holder, kind, at, pattern);
  return rule ?? { pattern, region: '' };
}
