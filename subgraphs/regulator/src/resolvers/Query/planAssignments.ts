import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { wherePlanAssignments } from '../../repository/where-plan-assignments.js';

export const planAssignments: QueryResolvers['planAssignments'] = (_root, args, context, info) =>
  connection(context, info, {
    key: 'PlanAssignment.id',
    args,
    filterType: 'PlanAssignmentFilter',
    where: wherePlanAssignments(args.filter),
    orderBy: [{ assignedAt: 'desc' }],
    ...context.repositories.planAssignments,
  });
