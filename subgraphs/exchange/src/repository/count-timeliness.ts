import { Prisma } from '@hub/prisma/exchange/generated/client.js';
import { startOfDayInShanghai } from '@hub/kernel/calendar/start-of-day-in-shanghai.js';
import type { RowCondition } from '@hub/schema/policy/decision/row-scope.js';
import type { TimelinessSpan } from '../domain/timeliness-span.js';
import type { DutyTimeliness, TimelinessPeriod } from '../generated/graphql.js';
import type { ExchangeDatabase } from './database.js';
import { dutyScope } from './duty-scope.js';

/** Which duties a board counts, and at what time. */
export interface TimelinessAsked {
  readonly period: TimelinessPeriod;
  readonly span: TimelinessSpan;
  readonly kinds: readonly string[] | null | undefined;
  /** What the caller may see of duties, and whose are asked for; nothing is counted without it. */
  readonly rows: RowCondition;
  readonly now: Date;
}

/** Counts duties by kind and by the period in which they began, in one statement. */
export function countTimeliness(database: ExchangeDatabase, { period, span, kinds, rows, now }: TimelinessAsked): Promise<DutyTimeliness[]> {
  const from = startOfDayInShanghai(span.from);
  const hours = Prisma.sql`(extract(epoch FROM d.closed_at - d.opened_at) - d.paused_for / 1000.0)::float8 / 3600`;
  return database.$queryRaw<DutyTimeliness[]>`
    SELECT d.kind, to_char(date_trunc(${period.toLowerCase()}, d.opened_at AT TIME ZONE 'Asia/Shanghai'), 'YYYY-MM-DD') AS "periodBegins",
           count(*) FILTER (WHERE d.state = 'OPEN')::int AS open,
           count(*) FILTER (WHERE d.state = 'OPEN' AND d.paused_at IS NOT NULL)::int AS paused,
           count(*) FILTER (WHERE d.state = 'OPEN' AND d.paused_at IS NULL AND d.due_at >= ${now}::timestamptz AND d.due_at < ${now}::timestamptz + interval '24 hours')::int AS "dueSoon",
           count(*) FILTER (WHERE d.state = 'OPEN' AND d.paused_at IS NULL AND d.due_at < ${now}::timestamptz)::int AS late,
           count(*) FILTER (WHERE d.state = 'DONE')::int AS done,
           count(*) FILTER (WHERE d.state = 'DONE' AND d.closed_at > d.due_at)::int AS "doneLate",
           percentile_cont(0.5) WITHIN GROUP (ORDER BY ${hours}) FILTER (WHERE d.state = 'DONE') AS "medianHours",
           percentile_cont(0.9) WITHIN GROUP (ORDER BY ${hours}) FILTER (WHERE d.state = 'DONE') AS "p90Hours"
    FROM duty d
    WHERE d.state <> 'DROPPED' AND ${dutyScope(rows)}
      AND d.opened_at >= ${from}::timestamptz AND d.opened_at < ${startOfDayInShanghai(span.until)}::timestamptz + interval '1 day'
      AND (${kinds == null}::boolean OR d.kind = ANY(${[...(kinds ?? [])]}::text[]))
    GROUP BY 1, 2 ORDER BY 2 DESC, 1`;
}
