import type { ArchivedTable } from '@hub/kernel/archive/archived-table.js';

const closedPlans = 'SELECT id FROM monitoring_plan WHERE cycle_closed_at < $1';
const ofPlan = `plan_id IN (${closedPlans})`;
/** A case may be on monitoring data of several plans. */
const ofCase = (caseId: string) => `NOT EXISTS (SELECT FROM received_monitoring_data data WHERE data.handling_id = ${caseId} AND data.plan_id NOT IN (${closedPlans}))`;

/** What goes into the archive with its plan (归档, 5.4.4), in the order in which it goes: monitoring data name their case. */
export const archivedTables: readonly ArchivedTable[] = [
  { name: 'received_monitoring_data', rows: ofPlan },
  { name: 'hazard_handling', rows: ofCase('hazard_handling.id') },
  { name: 'hazard_direction', rows: ofCase('hazard_direction.handling_id') },
  { name: 'case_referral', rows: ofCase('case_referral.handling_id') },
  { name: 'retest', rows: ofPlan },
  { name: 'objection', rows: ofPlan },
  { name: 'result_notice', rows: ofPlan },
];
