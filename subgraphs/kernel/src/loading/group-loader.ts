import type { Stamps } from '@hub/schema/policy/decision/stamps.js';
import type { OperationAuthority } from '@hub/schema/policy/enforcement/operation-authority.js';
import DataLoader from 'dataloader';
import type { Where } from './entity-loader.js';
import { stampsOf } from './stamps-of.js';

/**
 * Loads the rows that belong to each of many parents for one operation, such as the reports on a sample: one statement
 * per batch, only rows that the caller may see.
 *
 * @param keyCoordinate the key whose terms give the rows, such as `InspectionReport.id`
 * @param parentColumn the column that names the parent
 */
export function groupLoader<Row extends Partial<Stamps> & object>(
  authority: OperationAuthority,
  keyCoordinate: string,
  parentColumn: string & keyof Row,
  find: (where: Where) => Promise<Row[]>,
): DataLoader<string, Row[]> {
  const [type = ''] = keyCoordinate.split('.');
  return new DataLoader(
    async (parents) => {
      const rows = await find({ AND: [{ [parentColumn]: { in: [...parents] } }, authority.rowScopeOf(keyCoordinate)] });
      const groups = new Map<unknown, Row[]>(parents.map((parent) => [parent, []]));
      for (const row of rows) groups.get(row[parentColumn])?.push(authority.admit(row, stampsOf(row), type));
      return parents.map((parent) => groups.get(parent) ?? []);
    },
    { maxBatchSize: 1000 },
  );
}
