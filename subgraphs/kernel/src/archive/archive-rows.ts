import type { UnitOfWork } from '../unit-of-work/unit-of-work.js';
import type { ArchivedTable } from './archived-table.js';

const batch = 500;
const takeTurn = `SELECT pg_try_advisory_xact_lock(hashtextextended('archive', 0)) AS taken`;
const move = ({ name, rows }: ArchivedTable) => `
  WITH moved AS (
    DELETE FROM ONLY ${name} WHERE id IN (SELECT id FROM ONLY ${name} WHERE ${rows} ORDER BY id LIMIT ${batch} FOR UPDATE) RETURNING *
  ) INSERT INTO archive.${name} SELECT * FROM moved`;

/**
 * Moves a batch of rows of cycles that are closed for longer than a time into the archive (归档, 5.4.4). There they are read and changed as before: it is a partition of the same tables.
 *
 * @param tables in the order in which they go: a row goes before the one that it names by a foreign key
 * @param after milliseconds since their cycle was closed
 * @returns whether there may be more; not where another process is at it, which goes on
 */
export async function archiveRows({ tx, now }: UnitOfWork, tables: readonly ArchivedTable[], after: number): Promise<boolean> {
  const closedBefore = new Date(now.getTime() - after);
  const [turn] = await tx.$queryRawUnsafe<{ taken: boolean }[]>(takeTurn);
  if (!turn?.taken) return false;
  for (const table of tables) {
    if ((await tx.$executeRawUnsafe(move(table), closedBefore)) > 0) return true;
  }
  return false;
}
