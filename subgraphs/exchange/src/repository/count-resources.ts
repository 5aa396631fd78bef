import type { ExchangeDatabase } from './database.js';

/** Of which types a caller may know the numbers: of all holders' rows, or of its own alone. */
export interface ResourcesCounted {
  readonly all: readonly string[];
  readonly own: readonly string[];
  readonly partyId: string;
}

/** A holder's rows of a type, with the sum over all holders that the caller may know. */
export interface CountedHolding {
  readonly type: string;
  readonly holder: string;
  readonly records: number | null;
  readonly newestChange: Date | null;
  readonly total: number | null;
  readonly newestOfAll: Date | null;
}

/** How many holders of a type are named: those that hold most. */
const named = 100;

/** What the catalogue knows of numbers and newest changes, by type and holder. It reads what was counted before, and counts no row. */
export async function countResources(database: ExchangeDatabase, { all, own, partyId }: ResourcesCounted): Promise<readonly CountedHolding[]> {
  return database.$queryRaw<CountedHolding[]>`
    SELECT type, holder, records, "newestChange", total, "newestOfAll" FROM (
      SELECT type, holder, records::float8 AS records, changed_at AS "newestChange",
        (sum(records) OVER (PARTITION BY type))::float8 AS total, max(changed_at) OVER (PARTITION BY type) AS "newestOfAll",
        row_number() OVER (PARTITION BY type ORDER BY records DESC NULLS LAST, holder) AS place
      FROM resource_holding
      WHERE type = ANY(${[...all]}::text[]) OR (type = ANY(${[...own]}::text[]) AND holder = ${partyId})) counted
    WHERE place <= ${named} ORDER BY type, place`;
}
