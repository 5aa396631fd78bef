import { Prisma } from '@hub/prisma/exchange/generated/client.js';
import type { RowCondition } from '@hub/schema/policy/decision/row-scope.js';

/**
 * The rows of duties that a condition admits, as SQL over the table under the alias `d`: the counterpart of the Prisma `where`
 * for statements that count. A duty has no place, so that a condition on one admits none: unknown means denied.
 */
export function dutyScope({ AND = [], OR, holder, concerned, reached, ...places }: RowCondition): Prisma.Sql {
  const conditions = [
    ...AND.map(dutyScope),
    ...(OR === undefined ? [] : [OR.length === 0 ? Prisma.sql`false` : Prisma.sql`(${Prisma.join(OR.map(dutyScope), ' OR ')})`]),
    ...(holder === undefined ? [] : [heldBy(holder)]),
    ...(concerned === undefined ? [] : [Prisma.sql`d.concerned @> ${[concerned.has]}::text[]`]),
    ...(reached === undefined ? [] : [Prisma.sql`d.reached @> ${[reached.has]}::text[]`]),
    ...(Object.keys(places).length === 0 ? [] : [Prisma.sql`false`]),
  ];
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.sql`(${Prisma.join(conditions, ' AND ')})`;
}

function heldBy(holder: NonNullable<RowCondition['holder']>): Prisma.Sql {
  if (typeof holder !== 'string' && 'notIn' in holder) return Prisma.sql`d.holder <> ALL(${[...holder.notIn]}::text[])`;
  return Prisma.sql`d.holder = ANY(${typeof holder === 'string' ? [holder] : [...holder.in]}::text[])`;
}
