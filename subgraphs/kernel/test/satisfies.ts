import type { RowCondition } from '@hub/schema/policy/decision/row-scope.js';
import type { Stamps } from '@hub/schema/policy/decision/stamps.js';

type Columns = Omit<RowCondition, 'AND' | 'OR'>;

/** Whether a row satisfies a condition over the stamps, read as PostgreSQL would: NULL begins with nothing. */
export function satisfies(condition: RowCondition, row: Stamps): boolean {
  const { AND, OR, ...columns } = condition;
  return (
    (AND ?? []).every((part) => satisfies(part, row)) &&
    (OR === undefined || OR.some((part) => satisfies(part, row))) &&
    (Object.keys(columns) as (keyof Columns)[]).every((column) => holds(columns, column, row))
  );
}

function holds(columns: Columns, column: keyof Columns, row: Stamps): boolean {
  switch (column) {
    case 'holder': {
      const { holder } = columns;
      if (typeof holder !== 'object') return holder === row.holder;
      return 'in' in holder ? holder.in.includes(row.holder) : !holder.notIn.includes(row.holder);
    }
    case 'concerned':
    case 'reached': {
      const has = columns[column]?.has;
      return has !== undefined && row[column].includes(has);
    }
    case 'sellerRegion':
    case 'producerRegion':
    case 'platformRegion': {
      const prefix = columns[column]?.startsWith;
      return prefix !== undefined && row[column]?.startsWith(prefix) === true;
    }
  }
}
