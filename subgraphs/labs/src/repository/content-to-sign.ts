import type { InspectionReport, SampleReceipt } from '@hub/prisma/labs/generated/client.js';
import type { ReportContent } from '../domain/report-content.js';
import type { ItemResult } from '../domain/test-result.js';
import type { Verdict } from '../generated/graphql.js';
import { hashPerson } from './hash-person.js';

/** What is signed of a report that three persons have made: whatever a reader may rest on, and the sample as it came (5.3.1). */
export function contentToSign(
  maskKey: string,
  report: Omit<InspectionReport, 'results'> & { readonly results: readonly ItemResult[]; readonly approvedBy: string },
  receipt: SampleReceipt,
  issuedAt: Date,
): ReportContent {
  const { id } = report;
  return {
    id,
    document: report.document,
    version: report.version,
    number: report.number,
    lab: report.holder,
    commission: report.commissionId,
    sample: report.sampleId,
    received: {
      receivedAt: receipt.receivedAt?.toISOString() ?? null,
      appearance: receipt.appearance,
      condition: receipt.condition,
      sealNumber: receipt.sealNumber,
      sealIntact: receipt.sealIntact,
      mayAffectResult: receipt.mayAffectResult,
    },
    results: report.results,
    conclusion: report.conclusion as Verdict,
    cmaMark: report.cmaMark,
    supersedes: report.supersedesId,
    supersessionReason: report.supersessionReason,
    lateReason: report.lateReason,
    preparedByHash: hashPerson(maskKey, id, report.preparedBy),
    reviewedByHash: hashPerson(maskKey, id, report.reviewedBy ?? ''),
    approvedByHash: hashPerson(maskKey, id, report.approvedBy),
    issuedAt: issuedAt.toISOString(),
  };
}
