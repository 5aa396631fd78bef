import type { RowCondition } from '@hub/schema/policy/decision/row-scope.js';
import type { DeskCount } from '../domain/plan-progress.js';
import type { ExchangeDatabase } from './database.js';
import { dutyScope } from './duty-scope.js';

/**
 * Counts the duties of plans by kind and desk (3.1 a), in one statement for all of them. A duty belongs to a plan where it says
 * so, or where its subject or its undertaking is part of the plan; parts are joined here and now, for the owners' logs come in no
 * common order.
 *
 * @param rows what the caller may see of duties; nothing is counted without it
 */
export function countPlanDuties(
  database: ExchangeDatabase,
  planIds: readonly string[],
  rows: RowCondition,
  now: Date,
): Promise<DeskCount[]> {
  return database.$queryRaw<DeskCount[]>`
    WITH part AS (
      SELECT id AS subject_id, id AS plan_id FROM unnest(${[...planIds]}::text[]) AS id
      UNION SELECT subject_id, plan_id FROM plan_part WHERE plan_id = ANY(${[...planIds]}::text[])
    ), owed AS (
      SELECT part.plan_id, d.id FROM part JOIN duty d ON d.part_of = part.subject_id
      UNION SELECT part.plan_id, d.id FROM part JOIN duty d ON d.subject_id = part.subject_id
    )
    SELECT owed.plan_id AS "planId", d.kind, d.holder AS "partyId", d.role,
           count(*) FILTER (WHERE d.state = 'OPEN')::int AS open,
           count(*) FILTER (WHERE d.state = 'DONE')::int AS done,
           count(*) FILTER (WHERE d.state = 'OPEN' AND d.paused_at IS NULL AND d.due_at < ${now}::timestamptz)::int AS late,
           count(*) FILTER (WHERE d.state = 'DONE' AND d.closed_at > d.due_at)::int AS "doneLate"
    FROM owed JOIN duty d ON d.id = owed.id
    WHERE d.state <> 'DROPPED' AND ${dutyScope(rows)}
    GROUP BY owed.plan_id, d.kind, d.holder, d.role
    ORDER BY min(min(d.opened_at)) OVER (PARTITION BY owed.plan_id, d.kind), d.kind, d.holder, d.role`;
}
