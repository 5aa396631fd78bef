import type { RowCondition } from '@hub/schema/policy/decision/row-scope.js';
import type { DeskCount } from '../domain/plan-progress.js';
import type { ExchangeDatabase } from './database.js';
import { dutyScope } from './duty-scope.js';

/** Who asks for the counts. */
export interface PlanDutiesCaller {
  readonly rows: RowCondition;
  readonly partyId: string;
}

/**
 * Counts the duties of plans by kind and desk (3.1 a), in one statement for all of them. A duty belongs to a plan where it says
 * so, or where its subject or its undertaking is part of the plan, or of a plan of a regulator below that carries out a part of it; parts are joined
 * here and now, for the owners' logs come in no common order.
 *
 * @param caller what it may see of duties, and who it is: of plans below its own it sees the counts of all duties (3.1 a), and none of the duties
 */
export function countPlanDuties(
  database: ExchangeDatabase,
  planIds: readonly string[],
  { rows, partyId }: PlanDutiesCaller,
  now: Date,
): Promise<DeskCount[]> {
  return database.$queryRaw<DeskCount[]>`
    WITH RECURSIVE part AS (
      SELECT id AS subject_id, id AS plan_id, EXISTS (SELECT FROM plan_overseer o WHERE o.plan_id = id AND o.regulator_id = ${partyId}) AS overseen
      FROM unnest(${[...planIds]}::text[]) AS id
      UNION SELECT p.subject_id, part.plan_id,
        part.overseen OR EXISTS (SELECT FROM plan_overseer o WHERE o.plan_id = p.subject_id AND o.regulator_id = ${partyId})
      FROM part JOIN plan_part p ON p.plan_id = part.subject_id
    ), found AS (
      SELECT part.plan_id, part.overseen, d.id FROM part JOIN duty d ON d.part_of = part.subject_id
      UNION ALL SELECT part.plan_id, part.overseen, d.id FROM part JOIN duty d ON d.subject_id = part.subject_id
    ), owed AS (
      SELECT plan_id, id, bool_or(overseen) AS overseen FROM found GROUP BY plan_id, id
    )
    SELECT owed.plan_id AS "planId", d.kind, d.holder AS "partyId", d.role,
           count(*) FILTER (WHERE d.state = 'OPEN')::int AS open,
           count(*) FILTER (WHERE d.state = 'DONE')::int AS done,
           count(*) FILTER (WHERE d.state = 'OPEN' AND d.paused_at IS NULL AND d.due_at < ${now}::timestamptz)::int AS late,
           count(*) FILTER (WHERE d.state = 'DONE' AND d.closed_at > d.due_at)::int AS "doneLate"
    FROM owed JOIN duty d ON d.id = owed.id
    WHERE d.state <> 'DROPPED' AND (owed.overseen OR ${dutyScope(rows)})
    GROUP BY owed.plan_id, d.kind, d.holder, d.role
    ORDER BY min(min(d.opened_at)) OVER (PARTITION BY owed.plan_id, d.kind), d.kind, d.holder, d.role`;
}
