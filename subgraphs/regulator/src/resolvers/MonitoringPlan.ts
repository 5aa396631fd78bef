import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import { assignedParts } from '../domain/assigned-parts.js';
import { standardsNotInForce } from '../domain/standards-not-in-force.js';
import { standardsNotListed } from '../domain/standards-not-listed.js';
import type {
  ActRecord,
  HazardDegree,
  MonitoringPlanResolvers,
  MonitoringPlanState,
  PlanNature,
  PlanProduct,
  ResamplingGround,
} from '../generated/graphql.js';

export const MonitoringPlan: MonitoringPlanResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.monitoringPlan.load(id),
  nature: ({ nature }) => nature as PlanNature,
  state: ({ state }) => state as MonitoringPlanState,
  reports: ({ reportIds }) => reportIds.map((id) => ({ id })),
  // A plan rests on assessments, and each has a degree: none means that none was told.
  hazardDegrees: ({ hazardDegrees }) => (hazardDegrees.length === 0 ? null : (hazardDegrees as HazardDegree[])),
  products: ({ products }) => products as unknown as PlanProduct[],
  standardsNotInForce: ({ products, issued }, _args, { codeLists }) => {
    const { at } = (issued ?? {}) as { readonly at?: string };
    return standardsNotInForce(products as unknown as PlanProduct[], { codeLists, now: at === undefined ? new Date() : new Date(at) });
  },
  standardsNotListed: ({ products }, _args, { codeLists }) => standardsNotListed(products as unknown as PlanProduct[], { codeLists }),
  regulator: ({ holder }) => ({ id: holder }),
  center: ({ centerId }) => ({ id: centerId }),
  platforms: ({ platformIds }) => platformIds.map((id) => ({ id })),
  drafted: ({ drafted }) => drafted as unknown as ActRecord,
  issued: ({ issued }) => issued as unknown as ActRecord | null,
  versions: ({ id }, _args, { loaders }) => loaders.versionsOfPlan.load(id),
  ended: ({ ended }) => ended as unknown as ActRecord | null,
  budget: ({ budgetAmount, budgetCurrency }) =>
    budgetAmount === null || budgetCurrency === null ? null : { amount: budgetAmount, currency: budgetCurrency },
  assignment: ({ assignmentId }, _args, { loaders }) => (assignmentId === null ? null : loaders.planAssignment.load(assignmentId)),
  assignments: ({ id }, _args, { loaders }) => loaders.assignmentsOfPlan.load(id),
  assignedBatches: async ({ id }, _args, { loaders }) => assignedParts(await loaders.assignmentsOfPlan.load(id)).batches,
  assignedBudget: async ({ id, budgetCurrency }, _args, { loaders }) => {
    const { budget } = assignedParts(await loaders.assignmentsOfPlan.load(id));
    return budget === null || budgetCurrency === null ? null : { amount: budget, currency: budgetCurrency };
  },
  resamplingGround: ({ resamplingGround }) => resamplingGround as ResamplingGround | null,
};
