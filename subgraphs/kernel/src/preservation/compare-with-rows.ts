import type { Findings } from '../sealing/findings.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import { filesOfRows } from './files-of-rows.js';
import type { PreservationProblem } from './preservation-report.js';

/** Something that one side has and the other has not. */
interface Difference {
  readonly position: number | null;
  readonly entry: string | null;
  readonly what: string;
}

// What arrived and is not sealed yet is on record as well.
const recorded = `
  recorded AS (
    SELECT position, entry::jsonb AS entry FROM kernel.preserved_entry UNION ALL SELECT NULL, entry::jsonb FROM kernel.preserved_arrival
  )`;
const received = `
  received AS (
    SELECT DISTINCT ON (1, 2, 3, 4, 5) entry#>>'{by,partyId}' AS party, entry#>>'{file,hash}' AS hash, entry#>>'{file,sm3}' AS sm3, (entry#>>'{file,size}')::bigint AS size,
      entry#>>'{file,mediaType}' AS type, position, entry->>'id' AS id
    FROM recorded WHERE entry->>'kind' = 'RECEIVED' ORDER BY 1, 2, 3, 4, 5, position)`;
const files = `
  WITH ${recorded}, ${received}
  SELECT r.position::float8 AS position, r.id AS entry, coalesce(r.hash, s.hash) || ' of ' || coalesce(r.party, s.party_id) AS what
  FROM received r FULL JOIN kernel.stored_file s ON s.party_id = r.party AND s.hash = r.hash AND s.sm3 = r.sm3 AND s.size = r.size AND s.media_type = r.type
  WHERE r.hash IS NULL OR s.hash IS NULL ORDER BY r.position, what`;
const named = `
  named AS (
    SELECT DISTINCT ON (1, 2, 3) entry#>>'{subject,type}' AS type, entry#>>'{subject,id}' AS id, file, position, entry->>'id' AS entry, entry#>>'{by,partyId}' AS party
    FROM recorded, jsonb_array_elements(entry->'files') file WHERE entry->>'kind' = 'NAMED' ORDER BY 1, 2, 3, position)`;
const names = (namingRows: string) => `
  WITH ${recorded}, ${named}, naming AS (${filesOfRows(namingRows)})
  SELECT r.position::float8 AS position, r.entry, coalesce(r.type, n.type) || ' ' || coalesce(r.id, n.id) || ': ' || (coalesce(r.file, n.file)->>'hash') AS what
  FROM named r FULL JOIN naming n ON n.type = r.type AND n.id = r.id AND n.file = r.file
  WHERE r.id IS NULL OR n.id IS NULL ORDER BY r.position, what`;
const notHandedIn = `
  WITH ${recorded}, ${named}
  SELECT count(DISTINCT (party, file->>'hash'))::int AS missing FROM named r
  WHERE NOT EXISTS (SELECT FROM kernel.stored_file s WHERE (r.party IS NULL OR s.party_id = r.party) AND (s.hash = r.file->>'hash' OR s.sm3 = r.file->>'hash'))`;

/**
 * Holds what is on record against the owner's tables: the files of the store, and the rows that name files.
 * @returns how many files rows name that their party has not handed in
 */
export async function compareWithRows(database: Transaction, namingRows: string, findings: Findings<PreservationProblem>): Promise<number> {
  for (const { position, entry, what } of await database.$queryRawUnsafe<Difference[]>(files)) {
    if (entry === null) findings.tell('FILE_UNRECORDED', null, null, `the file ${what} stands in the store otherwise than anything that was handed in`);
    else findings.tell('FILE_FORGOTTEN', position, entry, `the file ${what} was handed in, and does not stand in the store as it was`);
  }
  for (const { position, entry, what } of await database.$queryRawUnsafe<Difference[]>(names(namingRows))) {
    if (entry === null) findings.tell('NAME_UNRECORDED', null, null, `${what} is named there, and no act has named it so`);
    else findings.tell('NAME_FORGOTTEN', position, entry, `${what} was named there by an act, and is not any more`);
  }
  const [{ missing } = { missing: 0 }] = await database.$queryRawUnsafe<{ missing: number }[]>(notHandedIn);
  return missing;
}
