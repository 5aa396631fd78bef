import type { PageQuery } from '@hub/kernel/lists/connection.js';
import type { Where } from '@hub/kernel/loading/entity-loader.js';
import { participantsWithin } from '@hub/kernel/members/participants-within.js';
import type { Sealed } from '@hub/kernel/personal/personal-data.js';
import { personalRecords } from '@hub/kernel/personal/personal-records.js';
import type { RegulatorDatabase } from './database.js';
import type { RecipientKeeping } from './recipient-keeping.js';

/** How rows are read: each function is one statement. Rights come with the condition. */
export function repositories(database: RegulatorDatabase, recipientKeeping: RecipientKeeping) {
  return {
    recipients: {
      opened: (rows: readonly Sealed[]) => recipientKeeping.open(database, rows),
      recordsOf: (recipientIds: readonly string[]) => personalRecords(database, recipientIds),
    },
    monitoringPlans: {
      find: (query: PageQuery) => database.monitoringPlan.findMany(query as never),
      findAll: (where: Where) => database.monitoringPlan.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.monitoringPlan.count({ where: where as never, take }),
    },
    planAssignments: {
      find: (query: PageQuery) => database.planAssignment.findMany(query as never),
      findAll: (where: Where) => database.planAssignment.findMany({ where: where as never, orderBy: { assignedAt: 'asc' } }),
      count: (where: Where, take: number) => database.planAssignment.count({ where: where as never, take }),
    },
    receivedAssessmentReports: {
      find: (query: PageQuery) => database.receivedAssessmentReport.findMany(query as never),
      findAll: (where: Where) => database.receivedAssessmentReport.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.receivedAssessmentReport.count({ where: where as never, take }),
    },
    regulatorParties: {
      /** Those whose region lies within one. */
      idsWithin: (regionCode: string) => participantsWithin(database, 'REGULATOR', regionCode),
    },
    assessmentReportDecisions: {
      find: (query: PageQuery) => database.assessmentReportDecision.findMany(query as never),
      count: (where: Where, take: number) => database.assessmentReportDecision.count({ where: where as never, take }),
      findAll: (where: Where) => database.assessmentReportDecision.findMany({ where: where as never }),
    },
    monitoringPlanVersions: {
      findAll: (where: Where) => database.monitoringPlanVersion.findMany({ where: where as never, orderBy: { version: 'asc' } }),
    },
    regulators: {
      find: (query: PageQuery) => database.regulator.findMany(query as never),
      findAll: (where: Where) => database.regulator.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.regulator.count({ where: where as never, take }),
    },
    receivedMonitoringData: {
      find: (query: PageQuery) => database.receivedMonitoringData.findMany(query as never),
      findAll: (where: Where) => database.receivedMonitoringData.findMany({ where: where as never, orderBy: { id: 'asc' } }),
      count: (where: Where, take: number) => database.receivedMonitoringData.count({ where: where as never, take }),
    },
    hazardHandlings: {
      find: (query: PageQuery) => database.hazardHandling.findMany(query as never),
      findAll: (where: Where) => database.hazardHandling.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.hazardHandling.count({ where: where as never, take }),
    },
    hazardDirections: {
      find: (query: PageQuery) => database.hazardDirection.findMany(query as never),
      findAll: (where: Where) => database.hazardDirection.findMany({ where: where as never, orderBy: { issuedAt: 'asc' } }),
      count: (where: Where, take: number) => database.hazardDirection.count({ where: where as never, take }),
    },
    resultNotices: {
      find: (query: PageQuery) => database.resultNotice.findMany(query as never),
      findAll: (where: Where) => database.resultNotice.findMany({ where: where as never, orderBy: { issuedAt: 'asc' } }),
      count: (where: Where, take: number) => database.resultNotice.count({ where: where as never, take }),
    },
    retests: {
      find: (query: PageQuery) => database.retest.findMany(query as never),
      findAll: (where: Where) => database.retest.findMany({ where: where as never, orderBy: { orderedAt: 'asc' } }),
      count: (where: Where, take: number) => database.retest.count({ where: where as never, take }),
    },
    sellerCorrections: {
      find: (query: PageQuery) => database.sellerCorrection.findMany(query as never),
      findAll: (where: Where) => database.sellerCorrection.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.sellerCorrection.count({ where: where as never, take }),
    },
    publicNotices: {
      find: (query: PageQuery) => database.publicNotice.findMany(query as never),
      findAll: (where: Where) => database.publicNotice.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.publicNotice.count({ where: where as never, take }),
    },
    caseReferrals: {
      find: (query: PageQuery) => database.caseReferral.findMany(query as never),
      findAll: (where: Where) => database.caseReferral.findMany({ where: where as never, orderBy: { referredAt: 'asc' } }),
      count: (where: Where, take: number) => database.caseReferral.count({ where: where as never, take }),
    },
    objections: {
      find: (query: PageQuery) => database.objection.findMany(query as never),
      findAll: (where: Where) => database.objection.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.objection.count({ where: where as never, take }),
    },
  };
}

export type Repositories = ReturnType<typeof repositories>;
