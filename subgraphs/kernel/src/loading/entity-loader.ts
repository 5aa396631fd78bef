import type { Stamps } from '@hub/schema/policy/decision/stamps.js';
import type { OperationAuthority } from '@hub/schema/policy/enforcement/operation-authority.js';
import type { RowCondition } from '@hub/schema/policy/decision/row-scope.js';
import DataLoader from 'dataloader';
import { stampsOf } from './stamps-of.js';

/** A condition for a repository: a Prisma `where` that this code composes and does not look into. */
export type Where = Readonly<Record<string, unknown>> | RowCondition;

/**
 * Loads entities by key for one operation: one statement per batch, only rows that the caller may see, each admitted to
 * the operation's authority. A row outside the caller's rows is not there.
 *
 * @param keyCoordinate the key whose terms give the rows, such as `Sample.id`
 */
export function entityLoader<Row extends Partial<Stamps> & object>(
  authority: OperationAuthority,
  keyCoordinate: string,
  find: (where: Where) => Promise<Row[]>,
): DataLoader<string, Row | null> {
  const [type = '', key = ''] = keyCoordinate.split('.');
  return new DataLoader(
    async (ids) => {
      const rows = await find({ AND: [{ [key]: { in: [...ids] } }, authority.rowScopeOf(keyCoordinate)] });
      const byKey = new Map(
        rows.map((row) => [(row as Record<string, unknown>)[key], authority.admit(row, stampsOf(row), type)]),
      );
      return ids.map((id) => byKey.get(id) ?? null);
    },
    { maxBatchSize: 1000 },
  );
}
