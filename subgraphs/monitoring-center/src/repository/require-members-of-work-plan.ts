import { requireParticipants } from '@hub/kernel/members/require-participants.js';
import { usersWithRole } from '@hub/kernel/members/users-with-role.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { WorkPlanContent } from '../domain/work-plan-content.js';
import type { MonitoringCenterTransaction } from './database.js';

/**
 * Sees that a work plan names samplers of its centre and labs that take part (5.2.1).
 * @throws Refusal SAMPLER_UNKNOWN, NOT_FOUND
 */
export async function requireMembersOfWorkPlan(
  tx: MonitoringCenterTransaction,
  centerId: string,
  { samplerIds, labIds }: Pick<WorkPlanContent, 'samplerIds' | 'labIds'>,
): Promise<void> {
  const samplers = await usersWithRole(tx, centerId, 'SAMPLER', samplerIds);
  const unknown = samplerIds.find((id) => !samplers.has(id));
  if (unknown !== undefined) throw new Refusal('SAMPLER_UNKNOWN', { field: 'samplerIds', parameters: { user: unknown } });
  await requireParticipants(tx, 'LAB', labIds, 'labIds');
}
