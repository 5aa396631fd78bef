import { PrismaClient, type InspectionReport } from '@hub/prisma/labs/generated/client.js';
import { batchedById, batchedByParent } from './batched.js';
import { masked } from './masked.js';
import { stackAdapter } from './stack-adapter.js';
import type { StackContext, StackSubgraph } from './stack-subgraph.js';

/** The labs' part: what the questions of the bench read of it. */
export function labsStack(url: string): StackSubgraph {
  const prisma = new PrismaClient({ adapter: stackAdapter(url) });
  const loaders = () => ({
    lab: batchedById((ids) => prisma.lab.findMany({ where: { id: { in: ids } } })),
    commissionAcceptance: batchedById((ids) => prisma.commissionAcceptance.findMany({ where: { id: { in: ids } } })),
    reportsOfSample: batchedByParent(({ sampleId }: InspectionReport) => sampleId, (samples) =>
      prisma.inspectionReport.findMany({ where: { sampleId: { in: samples }, supersededById: null }, orderBy: [{ preparedAt: 'asc' }, { id: 'asc' }] }),
    ),
  });
  type Context = StackContext<ReturnType<typeof loaders>>;
  type Key = { readonly id: string };
  const resolvers = {
    Lab: {
      __resolveReference: ({ id }: Key, context: Context) => context.loaders.lab.load(id),
      participant: ({ id }: Key) => ({ id }),
    },
    InspectionCommission: {
      acceptance: ({ id }: Key, _args: unknown, context: Context) => context.loaders.commissionAcceptance.load(id),
    },
    Sample: {
      reports: ({ id }: Key, _args: unknown, context: Context) => context.loaders.reportsOfSample.load(id),
    },
    InspectionReport: {
      preparedBy: masked('InspectionReport.preparedBy', 'preparedBy'),
      reviewedBy: masked('InspectionReport.reviewedBy', 'reviewedBy'),
      approvedBy: masked('InspectionReport.approvedBy', 'approvedBy'),
    },
  };
  return { resolvers, loaders };
}
