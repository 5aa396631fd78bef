import { entityLoader } from '@hub/kernel/loading/entity-loader.js';
import { groupLoader } from '@hub/kernel/loading/group-loader.js';
import type { OperationAuthority } from '@hub/schema/policy/enforcement/operation-authority.js';
import type { Repositories } from '../repository/repositories.js';
import { partLoader } from './part-loader.js';

/** The loaders of one operation: each batch is one statement, and only rows that the caller may see come back. */
export function loaders(authority: OperationAuthority, repositories: Repositories) {
  const { labs, commissionAcceptances, commissionCorrections, sampleReceipts, inspectionFailures, inspectionReports, signingKeys } = repositories;
  return {
    lab: entityLoader(authority, 'Lab.id', labs.findAll),
    commissionAcceptance: entityLoader(authority, 'CommissionAcceptance.id', commissionAcceptances.findAll),
    commissionCorrection: entityLoader(authority, 'CommissionCorrection.id', commissionCorrections.findAll),
    inspectionReport: entityLoader(authority, 'InspectionReport.id', inspectionReports.findAll),
    signingKey: entityLoader(authority, 'SigningKey.id', signingKeys.findAll),
    reportsOfCommission: groupLoader(authority, 'InspectionReport.id', 'commissionId', inspectionReports.findCurrent),
    reportsOfSample: groupLoader(authority, 'InspectionReport.id', 'sampleId', inspectionReports.findCurrent),
    reportsOfReceipt: groupLoader(authority, 'InspectionReport.id', 'receiptId', inspectionReports.findAll),
    sampleReceipt: entityLoader(authority, 'SampleReceipt.id', sampleReceipts.findAll),
    receiptsOfCommission: groupLoader(authority, 'SampleReceipt.id', 'commissionId', sampleReceipts.findAll),
    receiptsOfSample: groupLoader(authority, 'SampleReceipt.id', 'sampleId', sampleReceipts.findAll),
    readingsOfReceipt: partLoader(sampleReceipts.readingsOf),
    custodyOfReceipt: partLoader(sampleReceipts.custodyOf),
    inspectionFailure: entityLoader(authority, 'InspectionFailure.id', inspectionFailures.findAll),
    failuresOfCommission: groupLoader(authority, 'InspectionFailure.id', 'commissionId', inspectionFailures.findAll),
    failureOfReceipt: groupLoader(authority, 'InspectionFailure.id', 'receiptId', inspectionFailures.findAll),
  };
}

export type Loaders = ReturnType<typeof loaders>;
