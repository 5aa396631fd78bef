import type { Prisma } from '@hub/prisma/exchange/generated/client.js';
import type { DutyState } from '../generated/graphql.js';
import type { ExchangeDatabase } from './database.js';

/** The duties that are late at a time, or that are not. The counterpart of isLate in SQL. */
export function lateDuty(database: ExchangeDatabase, late: boolean, now: Date): Prisma.DutyWhereInput {
  const { dueAt } = database.duty.fields;
  const dropped: DutyState = 'DROPPED';
  // Not written as NOT: of an open duty, SQL knows neither that it was closed late nor that it was not.
  return late
    ? { state: { not: dropped }, OR: [{ closedAt: null, pausedAt: null, dueAt: { lt: now } }, { closedAt: { gt: dueAt } }] }
    : { OR: [{ state: dropped }, { closedAt: null, OR: [{ dueAt: { gte: now } }, { pausedAt: { not: null } }] }, { closedAt: { lte: dueAt } }] };
}
