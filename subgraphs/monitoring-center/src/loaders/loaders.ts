import { entityLoader } from '@hub/kernel/loading/entity-loader.js';
import { groupLoader } from '@hub/kernel/loading/group-loader.js';
import { personalContentLoader, personalRecordLoader } from '@hub/kernel/personal/personal-loaders.js';
import type { OperationAuthority } from '@hub/schema/policy/enforcement/operation-authority.js';
import type { Repositories } from '../repository/repositories.js';
import { assessmentsOfRecordLoader } from './assessments-of-record-loader.js';
import { complainantContentLoader } from './complainant-content-loader.js';
import { missingFilesLoader } from './missing-files-loader.js';
import { receiptKeyLoader } from './receipt-key-loader.js';
import { sourceContentLoader } from './source-content-loader.js';
import { spendingLoader } from './spending-loader.js';
import { spreadingRecordLoader } from './spreading-record-loader.js';

/** The loaders of one operation: each batch is one statement, and only rows that the caller may see come back. */
export function loaders(authority: OperationAuthority, repositories: Repositories) {
  const { riskInformation, complainants, riskClusters, clusterProposals, assessments, riskNotices, assessmentReports, importRuns, importMappings, importPulls } = repositories;
  const { workPlans, samplingOrders, purchases, buyers, samples, evidence, inspectionCommissions, reportReceipts, monitoringData, correctionProposals } = repositories;
  return {
    riskInformation: entityLoader(authority, 'RiskInformation.id', riskInformation.findAll),
    sourceContent: sourceContentLoader(repositories),
    spreadingRecord: spreadingRecordLoader(authority, repositories),
    importRun: entityLoader(authority, 'ImportRun.id', importRuns.findAll),
    importMapping: entityLoader(authority, 'ImportMapping.id', importMappings.findAll),
    importPull: entityLoader(authority, 'ImportPull.id', importPulls.findAll),
    complainant: entityLoader(authority, 'Complainant.id', complainants.findAll),
    complainantOfDocument: groupLoader(authority, 'Complainant.id', 'document', complainants.findAll),
    complainantContent: complainantContentLoader(repositories),
    assessment: entityLoader(authority, 'Assessment.id', assessments.findAll),
    riskInformationOfCluster: groupLoader(authority, 'RiskInformation.id', 'clusterId', riskInformation.findAll),
    riskInformationOfDocument: groupLoader(authority, 'RiskInformation.id', 'document', (where) => riskInformation.findAll({ AND: [where, { supersededById: null }] })),
    riskCluster: entityLoader(authority, 'RiskCluster.id', riskClusters.findAll),
    clusterProposal: entityLoader(authority, 'ClusterProposal.id', clusterProposals.findAll),
    assessmentsOfCluster: groupLoader(authority, 'Assessment.id', 'clusterId', assessments.findAll),
    assessmentsOfRiskInformation: assessmentsOfRecordLoader(authority, repositories),
    riskNotice: entityLoader(authority, 'RiskNotice.id', riskNotices.findAll),
    riskNoticesOfAssessment: groupLoader(authority, 'RiskNotice.id', 'assessmentId', riskNotices.findAll),
    assessmentsOfReport: groupLoader(authority, 'Assessment.id', 'reportId', assessments.findAll),
    assessmentReport: entityLoader(authority, 'AssessmentReport.id', assessmentReports.findAll),
    workPlan: entityLoader(authority, 'WorkPlan.id', workPlans.findAll),
    workPlansOfPlan: groupLoader(authority, 'WorkPlan.id', 'planId', workPlans.findAll),
    spendingUnderPlan: spendingLoader(repositories),
    samplingOrder: entityLoader(authority, 'SamplingOrder.id', samplingOrders.findAll),
    ordersInPlaceOfSample: groupLoader(authority, 'SamplingOrder.id', 'replacesSampleId', samplingOrders.findAll),
    samplingOrdersOfWorkPlan: groupLoader(authority, 'SamplingOrder.id', 'workPlanId', samplingOrders.findAll),
    purchase: entityLoader(authority, 'Purchase.id', purchases.findAll),
    purchaseBuyer: personalContentLoader(buyers.opened),
    buyerRecord: personalRecordLoader(buyers.recordsOf),
    sample: entityLoader(authority, 'Sample.id', samples.findAll),
    samplesOfRetest: groupLoader(authority, 'Sample.id', 'retestId', samples.findAll),
    samplesOfPurchase: groupLoader(authority, 'Sample.id', 'purchaseId', samples.findAll),
    evidence: entityLoader(authority, 'Evidence.id', evidence.findAll),
    missingFilesOfEvidence: missingFilesLoader(repositories),
    evidenceOfSample: groupLoader(authority, 'Evidence.id', 'sampleId', evidence.findAll),
    inspectionCommission: entityLoader(authority, 'InspectionCommission.id', inspectionCommissions.findAll),
    correctionProposal: entityLoader(authority, 'CorrectionProposal.id', correctionProposals.findAll),
    reportReceipt: entityLoader(authority, 'ReportReceipt.id', reportReceipts.findAll),
    receiptKey: receiptKeyLoader(repositories),
    monitoringData: entityLoader(authority, 'MonitoringData.id', monitoringData.findAll),
  };
}

export type Loaders = ReturnType<typeof loaders>;
