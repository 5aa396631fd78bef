import type { Purpose } from '@hub/schema/policy/terms/vocabulary.js';
import type { ExchangeTransaction } from './database.js';

/** What the sharing desk has decided on a field, as far as a party that asks for a purpose is concerned. */
export interface DecidedOnField {
  /** Whether a holder has granted it to the party. */
  readonly granted: boolean;
  readonly closed: 'NO' | 'SOME_ROWS' | 'EVERY_ROW';
}

/**
 * Reads what is in force on a field now, as the owners enforce it.
 *
 * @param grantedBy the holder whose grants count; undefined counts everybody's
 */
export async function decidedOnField(
  database: ExchangeTransaction,
  coordinate: string,
  { grantee, purpose, grantedBy }: { readonly grantee: string; readonly purpose: Purpose | undefined; readonly grantedBy: string | undefined },
): Promise<DecidedOnField> {
  const grants = await database.$queryRaw<unknown[]>`
    SELECT 1 FROM kernel.sharing_grant
    WHERE grantee = ${grantee} AND purpose = ${purpose ?? ''} AND ${coordinate} = ANY(coordinates) AND until > now()
      AND (${grantedBy ?? null}::text IS NULL OR holder = ${grantedBy ?? null}) LIMIT 1`;
  const closings = await database.$queryRaw<{ holder: string | null }[]>`SELECT holder FROM kernel.field_closing WHERE coordinate = ${coordinate}`;
  const everyRow = closings.some(({ holder }) => holder === null);
  return { granted: grants.length > 0, closed: everyRow ? 'EVERY_ROW' : closings.length > 0 ? 'SOME_ROWS' : 'NO' };
}
