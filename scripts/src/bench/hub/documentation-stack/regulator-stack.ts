import { PrismaClient, type AssessmentReportDecision, type MonitoringPlan } from '@hub/prisma/regulator/generated/client.js';
import { batchedById, batchedByParent } from './batched.js';
import { stackAdapter } from './stack-adapter.js';
import type { StackContext, StackSubgraph } from './stack-subgraph.js';

/** The regulator's part: what the questions of the bench read of it. */
export function regulatorStack(url: string): StackSubgraph {
  const prisma = new PrismaClient({ adapter: stackAdapter(url) });
  const loaders = () => ({
    monitoringPlan: batchedById((ids) => prisma.monitoringPlan.findMany({ where: { id: { in: ids } } })),
    decisionsOfReport: batchedByParent(({ reportId }: AssessmentReportDecision) => reportId, (reports) =>
      prisma.assessmentReportDecision.findMany({ where: { reportId: { in: reports } } }),
    ),
  });
  type Context = StackContext<ReturnType<typeof loaders>>;
  const resolvers = {
    MonitoringPlan: {
      __resolveReference: ({ id }: { readonly id: string }, context: Context) => context.loaders.monitoringPlan.load(id),
      regulator: ({ holder }: MonitoringPlan) => ({ id: holder }),
      reports: ({ reportIds }: MonitoringPlan) => reportIds.map((id) => ({ id })),
      budget: ({ budgetAmount: amount, budgetCurrency: currency }: MonitoringPlan) => (amount === null ? null : { amount, currency }),
    },
    AssessmentReport: {
      decision: async ({ id }: { readonly id: string }, _args: unknown, context: Context) => (await context.loaders.decisionsOfReport.load(id))[0] ?? null,
    },
  };
  return { resolvers, loaders };
}
