import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { WorkPlanContent } from './work-plan-content.js';

/** What 5.2.1 asks a work plan to name (采样范围、采样方式、时间期限、采样人员、检验机构), and where samples go (5.2.3). */
const needed = ['scope', 'method', 'platformIds', 'samplingFrom', 'samplingUntil', 'receivingPlace', 'samplerIds', 'labIds'] as const;

/** The fields that a work plan lacks before it can start, by the names of its input. */
export function missingOfWorkPlan(content: Pick<WorkPlanContent, (typeof needed)[number]>): string[] {
  return needed.filter((field) => {
    const value = content[field];
    return value === null || (Array.isArray(value) && value.length === 0);
  });
}

/** @throws Refusal WORK_PLAN_INCOMPLETE with what is missing */
export function requireComplete(content: WorkPlanContent): void {
  const missing = missingOfWorkPlan(content);
  if (missing.length > 0) throw new Refusal('WORK_PLAN_INCOMPLETE', { field: missing[0] ?? '', parameters: { missing: missing.join(', ') } });
}
