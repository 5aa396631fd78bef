import { entityLoader } from '@hub/kernel/loading/entity-loader.js';
import { groupLoader } from '@hub/kernel/loading/group-loader.js';
import { personalContentLoader, personalRecordLoader } from '@hub/kernel/personal/personal-loaders.js';
import type { OperationAuthority } from '@hub/schema/policy/enforcement/operation-authority.js';
import type { Repositories } from '../repository/repositories.js';

/** The loaders of one operation: each batch is one statement, and only rows that the caller may see come back. */
export function loaders(authority: OperationAuthority, repositories: Repositories) {
  return {
    monitoringPlan: entityLoader(authority, 'MonitoringPlan.id', repositories.monitoringPlans.findAll),
    planAssignment: entityLoader(authority, 'PlanAssignment.id', repositories.planAssignments.findAll),
    assignmentsOfPlan: groupLoader(authority, 'PlanAssignment.id', 'planId', repositories.planAssignments.findAll),
    receivedAssessmentReport: entityLoader(
      authority,
      'ReceivedAssessmentReport.id',
      repositories.receivedAssessmentReports.findAll,
    ),
    assessmentReportDecision: entityLoader(
      authority,
      'AssessmentReportDecision.id',
      repositories.assessmentReportDecisions.findAll,
    ),
    decisionsOfReport: groupLoader(
      authority,
      'AssessmentReportDecision.id',
      'reportId',
      repositories.assessmentReportDecisions.findAll,
    ),
    monitoringPlanVersion: entityLoader(authority, 'MonitoringPlanVersion.id', repositories.monitoringPlanVersions.findAll),
    versionsOfPlan: groupLoader(authority, 'MonitoringPlanVersion.id', 'planId', repositories.monitoringPlanVersions.findAll),
    regulator: entityLoader(authority, 'Regulator.id', repositories.regulators.findAll),
    receivedMonitoringData: entityLoader(authority, 'ReceivedMonitoringData.id', repositories.receivedMonitoringData.findAll),
    monitoringDataOfHandling: groupLoader(
      authority,
      'ReceivedMonitoringData.id',
      'handlingId',
      repositories.receivedMonitoringData.findAll,
    ),
    hazardHandling: entityLoader(authority, 'HazardHandling.id', repositories.hazardHandlings.findAll),
    hazardDirection: entityLoader(authority, 'HazardDirection.id', repositories.hazardDirections.findAll),
    resultNotice: entityLoader(authority, 'ResultNotice.id', repositories.resultNotices.findAll),
    noticeRecipient: personalContentLoader(repositories.recipients.opened),
    recipientRecord: personalRecordLoader(repositories.recipients.recordsOf),
    noticesOfData: groupLoader(authority, 'ResultNotice.id', 'monitoringDataId', repositories.resultNotices.findAll),
    sellerCorrection: entityLoader(authority, 'SellerCorrection.id', repositories.sellerCorrections.findAll),
    retest: entityLoader(authority, 'Retest.id', repositories.retests.findAll),
    retestsOfObjection: groupLoader(authority, 'Retest.id', 'objectionId', repositories.retests.findAll),
    publicNotice: entityLoader(authority, 'PublicNotice.id', repositories.publicNotices.findAll),
    caseReferral: entityLoader(authority, 'CaseReferral.id', repositories.caseReferrals.findAll),
    referralsOfHandling: groupLoader(authority, 'CaseReferral.id', 'handlingId', repositories.caseReferrals.findAll),
    objection: entityLoader(authority, 'Objection.id', repositories.objections.findAll),
    objectionsOfNotice: groupLoader(authority, 'Objection.id', 'noticeId', repositories.objections.findAll),
    directionsOfHandling: groupLoader(authority, 'HazardDirection.id', 'handlingId', repositories.hazardDirections.findAll),
  };
}

export type Loaders = ReturnType<typeof loaders>;
