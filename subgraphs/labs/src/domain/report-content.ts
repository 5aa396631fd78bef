import type { Verdict } from '../generated/graphql.js';
import type { ReportedResult } from './report-results.js';

/** What a signatory signs: the report whole. Persons stand in it as hashes, for their names go to few (terms "labStaff"). */
export type ReportContent = {
  readonly id: string;
  readonly document: string;
  readonly version: number;
  readonly number: string;
  /** Ids of lab, commission and sample. */
  readonly lab: string;
  readonly commission: string;
  readonly sample: string;
  readonly results: readonly ReportedResult[];
  readonly conclusion: Verdict;
  readonly preparedByHash: string;
  readonly reviewedByHash: string;
  readonly approvedByHash: string;
  /** ISO 8601, UTC */
  readonly issuedAt: string;
};

/** Type of the signed object, so that no other signature by the same key can pass for a report (RFC 8725 §3.11). */
export const reportSignatureType = 'inspection-report+jws';
