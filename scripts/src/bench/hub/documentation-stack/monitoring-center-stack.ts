import { PrismaClient, type Assessment, type InspectionCommission, type MonitoringData, type Purchase, type RiskInformation, type Sample } from '@hub/prisma/monitoring-center/generated/client.js';
import { buyerOpener } from '../buyer-opener.js';
import { batchedById, batchedByParent } from './batched.js';
import { masked } from './masked.js';
import { pageOf } from './page-of.js';
import { stackAdapter } from './stack-adapter.js';
import type { StackContext, StackSubgraph } from './stack-subgraph.js';

/** The centre's part: what the questions of the bench read of it. */
export function monitoringCenterStack(url: string, dataDir: string): StackSubgraph {
  const prisma = new PrismaClient({ adapter: stackAdapter(url) });
  const withBuyers = buyerOpener(dataDir, prisma);
  const loaders = () => ({
    monitoringData: batchedById((ids) => prisma.monitoringData.findMany({ where: { id: { in: ids } } })),
    sample: batchedById((ids) => prisma.sample.findMany({ where: { id: { in: ids } } })),
    purchase: batchedById(async (ids) => withBuyers(await prisma.purchase.findMany({ where: { id: { in: ids } } }))),
    inspectionCommission: batchedById((ids) => prisma.inspectionCommission.findMany({ where: { id: { in: ids } } })),
    assessmentReport: batchedById((ids) => prisma.assessmentReport.findMany({ where: { id: { in: ids } } })),
    riskInformation: batchedById((ids) => prisma.riskInformation.findMany({ where: { id: { in: ids } } })),
    sourceContent: batchedById(async (ids) =>
      (await prisma.sourceContent.findMany({ where: { riskInformationId: { in: ids } } })).map(({ riskInformationId: id, content }) => ({ id, content })),
    ),
    assessmentsOfReport: batchedByParent(({ reportId }: Assessment) => reportId, (reports) =>
      prisma.assessment.findMany({ where: { reportId: { in: reports } }, orderBy: [{ assessedAt: 'desc' }, { id: 'desc' }] }),
    ),
  });
  type Context = StackContext<ReturnType<typeof loaders>>;
  type Key = { readonly id: string };
  const resolvers = {
    Query: {
      monitoringDataList: (_root: unknown, { first }: { first: number }, context: Context) =>
        pageOf(
          context,
          'MonitoringData.id',
          first,
          (where, take) => prisma.monitoringData.findMany({ where, take, orderBy: [{ stateSince: 'desc' }, { id: 'desc' }] }),
          (where, take) => prisma.monitoringData.count({ where, take }),
        ),
      riskInformationList: (_root: unknown, { first }: { first: number }, context: Context) =>
        pageOf(
          context,
          'RiskInformation.id',
          first,
          (where, take) => prisma.riskInformation.findMany({ where: { AND: [where, { supersededById: null }] }, take, orderBy: [{ observedOn: 'desc' }, { id: 'desc' }] }),
          (where, take) => prisma.riskInformation.count({ where: { AND: [where, { supersededById: null }] }, take }),
        ),
    },
    MonitoringData: {
      __resolveReference: ({ id }: Key, context: Context) => context.loaders.monitoringData.load(id),
      platform: ({ platformId }: MonitoringData) => ({ id: platformId }),
      plan: ({ planId }: MonitoringData) => ({ id: planId }),
      sample: ({ sampleId }: MonitoringData, _args: unknown, { loaders: { sample } }: Context) => sample.load(sampleId),
    },
    Sample: {
      __resolveReference: ({ id }: Key, context: Context) => context.loaders.sample.load(id),
      purchase: ({ purchaseId }: Sample, _args: unknown, { loaders: { purchase } }: Context) => purchase.load(purchaseId),
      commission: ({ commissionId }: Sample, _args: unknown, { loaders: { inspectionCommission } }: Context) => commissionId && inspectionCommission.load(commissionId),
    },
    Purchase: {
      __resolveReference: ({ id }: Key, context: Context) => context.loaders.purchase.load(id),
      price: ({ priceAmount: amount, priceCurrency: currency }: Purchase) => ({ amount, currency }),
      buyerName: masked('Purchase.buyerName', 'buyerName'),
      buyerAccount: masked('Purchase.buyerAccount', 'buyerAccount'),
      buyerAddress: masked('Purchase.buyerAddress', 'buyerAddress'),
    },
    InspectionCommission: {
      __resolveReference: ({ id }: Key, context: Context) => context.loaders.inspectionCommission.load(id),
      lab: ({ labId }: InspectionCommission) => ({ id: labId }),
    },
    AssessmentReport: {
      __resolveReference: ({ id }: Key, context: Context) => context.loaders.assessmentReport.load(id),
      assessments: ({ id }: Key, _args: unknown, { loaders: { assessmentsOfReport } }: Context) => assessmentsOfReport.load(id),
    },
    Assessment: {
      records: ({ recordIds }: Assessment, _args: unknown, { loaders: { riskInformation } }: Context) => riskInformation.loadMany(recordIds),
    },
    RiskInformation: {
      __resolveReference: ({ id }: Key, context: Context) => context.loaders.riskInformation.load(id),
      scope: ({ units, unitsText, countries, retailers, platforms, soldFrom, soldUntil }: RiskInformation) => ({ units, unitsText, countries, retailers, platforms, soldFrom, soldUntil }),
      injuries: ({ hasInjuries, hasDeaths, injuries: description }: RiskInformation) => ({ hasInjuries, hasDeaths, description }),
      center: ({ holder }: RiskInformation) => ({ id: holder }),
      sourceRecord: async ({ id, source, sourceKey, contentType, contentHash, collectedAt }: RiskInformation, _args: unknown, { loaders: { sourceContent } }: Context) => ({
        ...{ source, key: sourceKey, contentType, contentHash, receivedAt: collectedAt },
        content: (await sourceContent.load(id))?.content,
      }),
    },
  };
  return { resolvers, loaders };
}
