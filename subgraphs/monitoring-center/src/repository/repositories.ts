import type { PageQuery } from '@hub/kernel/lists/connection.js';
import type { Where } from '@hub/kernel/loading/entity-loader.js';
import { participantsWithin } from '@hub/kernel/members/participants-within.js';
import type { Sealed } from '@hub/kernel/personal/personal-data.js';
import { personalRecords } from '@hub/kernel/personal/personal-records.js';
import type { ImportRun } from '@hub/prisma/monitoring-center/generated/client.js';
import type { RiskTrendDimension } from '../generated/graphql.js';
import type { BuyerKeeping } from './buyer-keeping.js';
import { checkEvidenceChain } from './check-evidence-chain.js';
import type { ComplainantKeeping } from './complainant-keeping.js';
import { countRiskInformation } from './count-risk-information.js';
import type { MonitoringCenterDatabase } from './database.js';
import { openedComplainants, type KeptComplainant } from './opened-complainants.js';
import { regionCodesOf } from './region-codes-of.js';
import { spendingUnderPlans } from './spending-under-plans.js';

/** How rows are read: each function is one statement. Rights come with the condition. */
export function repositories(database: MonitoringCenterDatabase, { complainantKeeping, buyerKeeping }: { readonly complainantKeeping: ComplainantKeeping; readonly buyerKeeping: BuyerKeeping }) {
  return {
    riskInformation: {
      find: (query: PageQuery) => database.riskInformation.findMany(query as never),
      findAll: (where: Where) => database.riskInformation.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.riskInformation.count({ where: where as never, take }),
      countByDay: (dimension: RiskTrendDimension, where: Where) => countRiskInformation(database, dimension, where),
    },
    sourceContents: {
      /** The contents of records; whoever asks has been admitted to the field `sourceRecord` of each. */
      findAll: (ids: readonly string[]) => database.sourceContent.findMany({ where: { riskInformationId: { in: [...ids] } } }),
    },
    complainants: {
      findAll: (where: Where) => database.complainant.findMany({ where: where as never }),
      opened: (rows: readonly KeptComplainant[]) => openedComplainants(database, complainantKeeping, rows),
    },
    importRuns: {
      find: (query: PageQuery) => database.importRun.findMany(query as never),
      findAll: (where: Where) => database.importRun.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.importRun.count({ where: where as never, take }),
    },
    importMappings: {
      find: (query: PageQuery) => database.importMapping.findMany(query as never),
      findAll: (where: Where) => database.importMapping.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.importMapping.count({ where: where as never, take }),
    },
    importPulls: {
      find: (query: PageQuery) => database.importPull.findMany(query as never),
      findAll: (where: Where) => database.importPull.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.importPull.count({ where: where as never, take }),
    },
    importFiles: {
      /** Until when the file of an import is kept; null where it is not any more. */
      keptUntil: async ({ holder: partyId, fileHash: hash }: Pick<ImportRun, 'holder' | 'fileHash'>) =>
        (await database.importFile.findUnique({ where: { partyId_hash: { partyId, hash } }, select: { keptUntil: true } }))?.keptUntil ?? null,
    },
    importRows: {
      /** The rows of an import behind a place, of some outcomes or of all; who asks has been admitted to the import. */
      behind: (importRunId: string, after: number, outcomes: readonly string[] | null | undefined, take: number) =>
        database.importRow.findMany({ where: { importRunId, place: { gt: after }, ...(outcomes && { outcome: { in: [...outcomes] } }) }, orderBy: { place: 'asc' }, take }),
    },
    riskClusters: {
      find: (query: PageQuery) => database.riskCluster.findMany(query as never),
      findAll: (where: Where) => database.riskCluster.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.riskCluster.count({ where: where as never, take }),
    },
    clusterProposals: {
      find: (query: PageQuery) => database.clusterProposal.findMany(query as never),
      findAll: (where: Where) => database.clusterProposal.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.clusterProposal.count({ where: where as never, take }),
    },
    assessments: {
      find: (query: PageQuery) => database.assessment.findMany(query as never),
      findAll: (where: Where) => database.assessment.findMany({ where: where as never, orderBy: [{ assessedAt: 'desc' }, { id: 'desc' }] }),
      count: (where: Where, take: number) => database.assessment.count({ where: where as never, take }),
    },
    riskNotices: {
      find: (query: PageQuery) => database.riskNotice.findMany(query as never),
      findAll: (where: Where) => database.riskNotice.findMany({ where: where as never, orderBy: [{ sentAt: 'asc' }, { id: 'asc' }] }),
      count: (where: Where, take: number) => database.riskNotice.count({ where: where as never, take }),
    },
    assessmentReports: {
      find: (query: PageQuery) => database.assessmentReport.findMany(query as never),
      findAll: (where: Where) => database.assessmentReport.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.assessmentReport.count({ where: where as never, take }),
    },
    centers: {
      /** Those whose region lies within one. */
      idsWithin: (regionCode: string) => participantsWithin(database, 'MONITORING_CENTER', regionCode),
      regionCodes: (ids: readonly string[]) => regionCodesOf(database, ids),
    },
    workPlans: {
      find: (query: PageQuery) => database.workPlan.findMany(query as never),
      findAll: (where: Where) => database.workPlan.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.workPlan.count({ where: where as never, take }),
      spending: (planIds: readonly string[]) => spendingUnderPlans(database, planIds),
    },
    samplingOrders: {
      find: (query: PageQuery) => database.samplingOrder.findMany(query as never),
      findAll: (where: Where) => database.samplingOrder.findMany({ where: where as never, orderBy: [{ number: 'asc' }] }),
      count: (where: Where, take: number) => database.samplingOrder.count({ where: where as never, take }),
    },
    buyers: {
      opened: (rows: readonly Sealed[]) => buyerKeeping.open(database, rows),
      knownBy: (account: string) => buyerKeeping.knownBy(database, account),
      recordsOf: (buyerIds: readonly string[]) => personalRecords(database, buyerIds),
    },
    purchases: {
      find: (query: PageQuery) => database.purchase.findMany(query as never),
      findAll: (where: Where) => database.purchase.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.purchase.count({ where: where as never, take }),
    },
    samples: {
      find: (query: PageQuery) => database.sample.findMany(query as never),
      findAll: (where: Where) => database.sample.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.sample.count({ where: where as never, take }),
    },
    evidence: {
      find: (query: PageQuery) => database.evidence.findMany(query as never),
      findAll: (where: Where) => database.evidence.findMany({ where: where as never, orderBy: { sequence: 'asc' } }),
      count: (where: Where, take: number) => database.evidence.count({ where: where as never, take }),
      /** Which hashes of each are not in the store under the party that preserved it; who asks has been admitted to each. */
      missingFiles: (ids: readonly string[]) =>
        database.$queryRaw<{ id: string; hash: string }[]>`
          SELECT e.id, file.value ->> 'hash' AS hash FROM evidence e, jsonb_array_elements(e.files) WITH ORDINALITY AS file (value, place)
          WHERE e.id = ANY(${[...ids]}::text[]) AND NOT EXISTS (
            SELECT 1 FROM kernel.stored_file s WHERE s.party_id = e.preserved ->> 'partyId' AND (file.value ->> 'hash') IN (s.hash, s.sm3))
          ORDER BY e.id, file.place`,
      checkChain: (centerId: string) => checkEvidenceChain(database, centerId),
    },
    inspectionCommissions: {
      find: (query: PageQuery) => database.inspectionCommission.findMany(query as never),
      findAll: (where: Where) => database.inspectionCommission.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.inspectionCommission.count({ where: where as never, take }),
    },
    correctionProposals: {
      find: (query: PageQuery) => database.correctionProposal.findMany(query as never),
      findAll: (where: Where) => database.correctionProposal.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.correctionProposal.count({ where: where as never, take }),
    },
    reportReceipts: {
      findAll: (where: Where) => database.reportReceipt.findMany({ where: where as never }),
    },
    receiptKeys: {
      findAll: (ids: readonly string[]) => database.receiptKey.findMany({ where: { id: { in: [...ids] } } }),
    },
    monitoringData: {
      find: (query: PageQuery) => database.monitoringData.findMany(query as never),
      findAll: (where: Where) => database.monitoringData.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.monitoringData.count({ where: where as never, take }),
    },
  };
}

export type Repositories = ReturnType<typeof repositories>;
