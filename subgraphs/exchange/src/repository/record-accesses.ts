import type { ExchangeTransaction } from './database.js';

/** A row of access_record. */
export interface AccessRecordRow {
  readonly id: string;
  readonly owner: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly userId: string;
  readonly partyId: string;
  readonly role: string;
  readonly onBehalfOf: string | null;
  readonly purpose: string | null;
  readonly kind: string;
  readonly request: string | null;
  readonly position: number;
  readonly entry: string;
  readonly rows: Readonly<Record<string, number>>;
  readonly types: readonly string[];
  readonly filteredBy: readonly string[];
  readonly refused: Readonly<Record<string, number>>;
  readonly isRefused: boolean;
  readonly acts: object;
  readonly selection: string;
  readonly holder: string;
  readonly state: string;
  readonly reached: readonly string[];
}

// The transaction need not wait for the disk: were it lost, the owner's log would be read from the place before, and make the same records.
const record = `
  WITH unhurried AS (
    SELECT set_config('synchronous_commit', 'off', true) AS mode
  ), selected AS (
    INSERT INTO access_selection (hash, coordinates)
    SELECT s.hash, ARRAY(SELECT jsonb_array_elements_text(s.coordinates)) FROM jsonb_to_recordset($2::jsonb) AS s(hash text, coordinates jsonb)
    ON CONFLICT DO NOTHING
  )
  INSERT INTO access_record (id, owner, at, user_id, party_id, role, on_behalf_of, purpose, kind, request, position, entry, rows, types, filtered_by, refused, is_refused, acts, selection,
    holder, concerned, state, reached)
  SELECT r.id, r.owner, r.at, r."userId", r."partyId", r.role, r."onBehalfOf", r.purpose, r.kind, r.request, r.position, r.entry, r.rows, texts(r.types), texts(r."filteredBy"), r.refused,
    r."isRefused", r.acts, r.selection, r.holder, '{}', r.state, texts(r.reached)
  FROM unhurried, jsonb_to_recordset($1::jsonb) AS r(id text, owner text, at timestamptz, "userId" text, "partyId" text, role text, "onBehalfOf" text, purpose text, kind text, request text,
    position bigint, entry text, rows jsonb, types jsonb, "filteredBy" jsonb, refused jsonb, "isRefused" boolean, acts jsonb, selection text, holder text, state text, reached jsonb)
  WHERE unhurried.mode = 'off'
  ON CONFLICT DO NOTHING`.replaceAll(/texts\(([^)]*)\)/g, 'ARRAY(SELECT jsonb_array_elements_text($1))');

/**
 * Writes who read what (5.4.3 d), all in one statement, with the coordinates that were selected. What is there already stays as it is.
 *
 * @param selections coordinates by their hash
 */
export async function recordAccesses(tx: ExchangeTransaction, records: readonly AccessRecordRow[], selections: Readonly<Record<string, readonly string[]>>): Promise<void> {
  const selected = Object.entries(selections).map(([hash, coordinates]) => ({ hash, coordinates }));
  await tx.$executeRawUnsafe(record, JSON.stringify(records), JSON.stringify(selected));
}
