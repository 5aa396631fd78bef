import type { Transaction } from '../unit-of-work/transaction.js';
import type { Holding } from './holding.js';

/**
 * Counts the rows of an owner's entities by who holds them: one pass over each table, so it is asked for now and then and never for a request.
 *
 * @param types entity types; the table of `InspectionReport` is `inspection_report`
 */
export async function countHoldings(database: Transaction, types: readonly string[]): Promise<readonly Holding[]> {
  const counts = types.map((type) => `SELECT '${type}' AS type, holder, count(*)::float8 AS records FROM "${tableOf(type)}" GROUP BY holder`);
  return counts.length === 0 ? [] : database.$queryRawUnsafe<Holding[]>(`${counts.join(' UNION ALL ')} ORDER BY type, holder`);
}

function tableOf(type: string): string {
  return type.replaceAll(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
}
