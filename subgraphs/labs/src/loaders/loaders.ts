import { entityLoader } from '@hub/kernel/loading/entity-loader.js';
import { groupLoader } from '@hub/kernel/loading/group-loader.js';
import type { OperationAuthority } from '@hub/schema/policy/enforcement/operation-authority.js';
import type { Repositories } from '../repository/repositories.js';

/** The loaders of one operation: each batch is one statement, and only rows that the caller may see come back. */
export function loaders(authority: OperationAuthority, repositories: Repositories) {
  const { labs, commissionAcceptances, inspectionReports } = repositories;
  return {
    lab: entityLoader(authority, 'Lab.id', labs.findAll),
    commissionAcceptance: entityLoader(authority, 'CommissionAcceptance.id', commissionAcceptances.findAll),
    inspectionReport: entityLoader(authority, 'InspectionReport.id', inspectionReports.findAll),
    reportsOfCommission: groupLoader(authority, 'InspectionReport.id', 'commissionId', inspectionReports.findAll),
    reportsOfSample: groupLoader(authority, 'InspectionReport.id', 'sampleId', inspectionReports.findAll),
  };
}

export type Loaders = ReturnType<typeof loaders>;
