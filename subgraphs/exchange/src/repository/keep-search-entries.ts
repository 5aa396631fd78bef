import type { Stamps } from '@hub/schema/policy/decision/stamps.js';
import type { ExchangeTransaction } from './database.js';

/** A record as the index has it. */
export interface KeptEntry {
  readonly id: string;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly facets: readonly string[];
  /** A tsvector, as PostgreSQL reads one. */
  readonly vector: string;
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly stamps: Stamps;
  /** Of what it was made of. */
  readonly hash: string;
}

/** Writes entries of a type into the index; what is the same as before is not written again. */
export async function keepSearchEntries(tx: ExchangeTransaction, type: string, entries: readonly KeptEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.$executeRaw`
    WITH told AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) AS t (id text, day date, facets jsonb, vector text, "values" jsonb, stamps jsonb, hash text)),
    changed AS (
      INSERT INTO search_text (id, "values", stamps, hash) SELECT id, "values", stamps, hash FROM told ORDER BY id
      ON CONFLICT (id) DO UPDATE SET "values" = excluded."values", stamps = excluded.stamps, hash = excluded.hash WHERE search_text.hash <> excluded.hash
      RETURNING id)
    INSERT INTO search_entry (id, type, day, facets, vector)
    SELECT id, ${type}, day, ARRAY(SELECT jsonb_array_elements_text(facets)), vector::tsvector FROM told JOIN changed USING (id) ORDER BY id
    ON CONFLICT (id) DO UPDATE SET type = excluded.type, day = excluded.day, facets = excluded.facets, vector = excluded.vector`;
}
