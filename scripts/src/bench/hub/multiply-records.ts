import { openConnection } from '@hub/prisma/migrate/open-connection.js';
import { owners } from '@hub/prisma/owner.js';
import { behindMonitoringData, collections } from './copied-tables.js';
import type { Databases } from './databases.js';
import { multiplyTable, type Connection } from './multiply-table.js';

/**
 * Multiplies what is in the databases, in SQL, until there are `size` records of risk information, of listings, and of monitoring data with
 * everything behind them. Copies have ids, numbers and keys of their own, and lie further back the later they come; the text of the sources
 * (`source_content`), which no list reads, and the logs of events are not multiplied. Indices are dropped before and made anew after;
 * VACUUM ANALYZE at the end.
 *
 * @param walked monitoring data that are there; `size` is a multiple of it
 */
export async function multiplyRecords(databases: Databases, size: number, walked: number): Promise<void> {
  for (const owner of owners) {
    const connection = await openConnection(databases[owner], 'the embedded server');
    try {
      await connection.query(`SET synchronous_commit = off; SET maintenance_work_mem = '512MB'`);
      for (const collection of collections.filter((each) => each.owner === owner)) {
        const there = await countOf(connection, collection.table);
        if (there < size) await multiplyTable(connection, collection, Math.ceil(size / there), size - there);
      }
      if (owner === 'monitoring-center' && (await countOf(connection, 'monitoring_data')) !== walked) throw new Error(`There are no ${walked} monitoring data to be multiplied.`);
      for (const table of behindMonitoringData[owner] ?? []) await multiplyTable(connection, table, size / walked - 1);
      await connection.query('VACUUM ANALYZE');
    } finally {
      await connection.end();
    }
  }
}

async function countOf(connection: Connection, table: string): Promise<number> {
  const { rows } = await connection.query<{ count: string }>(`SELECT count(*) FROM ${table}`);
  return Number(rows[0]?.count ?? 0);
}
