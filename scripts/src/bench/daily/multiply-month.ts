import { openConnection } from '@hub/prisma/migrate/open-connection.js';
import { owners, type Owner } from '@hub/prisma/owner.js';
import type { Databases } from '../hub/databases.js';
import { multiplyTable } from '../hub/multiply-table.js';
import { copiedMonth } from './copied-month.js';

/**
 * Copies the month that is in the databases of a hub that stands still so many times, in SQL, with what it has left at every owner: rows, logs, duties, tasks, records of
 * access. Logs go on behind the last copy, and who reads them has read all of it. Audit logs and preserved files, which are sealed, are not multiplied.
 */
export async function multiplyMonth(databases: Databases, copies: number): Promise<void> {
  const heads = new Map<Owner, string>();
  for (const owner of owners) {
    const connection = await openConnection(databases[owner], 'the embedded server');
    try {
      await connection.query(`SET synchronous_commit = off; SET maintenance_work_mem = '512MB'`);
      for (const table of copiedMonth[owner]) await multiplyTable(connection, table, copies);
      const { rows } = await connection.query<{ position: string }>('UPDATE kernel.log_head SET position = greatest(position, (SELECT max(position) FROM kernel.event)) RETURNING position');
      heads.set(owner, rows[0]?.position ?? '0');
      if (owner === 'monitoring-center') await connection.query('UPDATE evidence_chain_end SET sequence = (SELECT max(sequence) FROM evidence)');
      if (owner === 'exchange') await connection.query('UPDATE exchange_feed_head SET position = (SELECT max(position) FROM exchange_event)');
    } finally {
      await connection.end();
    }
  }
  for (const owner of owners) {
    const connection = await openConnection(databases[owner], 'the embedded server');
    try {
      for (const [source, position] of heads) await connection.query('UPDATE kernel.inbox_cursor SET position = $2 WHERE source = $1', [source, position]);
      await connection.query('VACUUM ANALYZE');
    } finally {
      await connection.end();
    }
  }
}
