import { openConnection } from '@hub/prisma/migrate/open-connection.js';
import { owners } from '@hub/prisma/owner.js';
import { cloneDatabase } from '@hub/prisma/test-databases/clone-database.js';
import { expect, it } from 'vitest';
import { copiedMonth } from '../src/bench/daily/copied-month.js';
import { behindMonitoringData, collections } from '../src/bench/hub/copied-tables.js';
import { copyStatement } from '../src/bench/hub/copy-statement.js';

it.each(owners.filter((owner) => owner !== 'registry'))('the bench copies rows of %s with the columns that its tables have', async (owner) => {
  const clone = await cloneDatabase(owner);
  const connection = await openConnection(clone.url, 'the clone');
  try {
    for (const copied of [...collections.filter((each) => each.owner === owner), ...(behindMonitoringData[owner] ?? []), ...copiedMonth[owner]]) {
      const columns = await connection.query<{ name: string }>(`SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`, [copied.table]);
      const statement = copyStatement(copied, columns.rows.map(({ name }) => name));
      await expect(connection.query(statement, [2, null]), statement).resolves.toBeDefined();
    }
  } finally {
    await connection.end();
    await clone.drop();
  }
});

it('says which column a table does not have', () => {
  expect(() => copyStatement({ table: 'sample', ids: ['id', 'purchase'] }, ['id', 'purchase_id'])).toThrow('Table sample has no column purchase.');
});
