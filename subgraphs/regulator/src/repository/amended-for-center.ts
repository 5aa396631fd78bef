import type { Json } from '@hub/kernel/log/event.js';
import type { MonitoringPlan } from '@hub/prisma/regulator/generated/client.js';
import type { AssignedParts } from '../domain/assigned-parts.js';
import { ownShare } from '../domain/own-share.js';
import type { PlanProduct } from '../generated/graphql.js';

/** What a plan asks of its own centre now: without the batches that are with regulators below, and without a word of them. */
export function amendedForCenter(plan: MonitoringPlan, assigned: AssignedParts): Record<string, Json> {
  return {
    id: plan.id,
    version: plan.version,
    products: ownShare(plan.products as unknown as PlanProduct[], assigned),
    platformIds: plan.platformIds,
    deadline: plan.deadline.toISOString(),
    feedbackWithin: plan.feedbackWithin,
  };
}
