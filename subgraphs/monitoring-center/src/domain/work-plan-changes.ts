import type { WorkPlanChange } from '../generated/graphql.js';
import type { WorkPlanContent } from './work-plan-content.js';

/** The fields in which two contents of a work plan differ, as texts. */
export function workPlanChanges(before: WorkPlanContent, after: WorkPlanContent): WorkPlanChange[] {
  return (Object.keys(after) as (keyof WorkPlanContent)[])
    .map((field) => ({ field, before: texts(before[field]), after: texts(after[field]) }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

function texts(value: WorkPlanContent[keyof WorkPlanContent]): string[] {
  if (value === null) return [];
  return Array.isArray(value) ? value : [value instanceof Date ? value.toISOString() : value];
}
