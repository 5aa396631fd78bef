import type { Verdict } from '../generated/graphql.js';
import type { ItemResult } from './test-result.js';

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
  /** The sample as it came (5.3.1). */
  readonly received: SampleAsReceived;
  readonly results: readonly ItemResult[];
  readonly conclusion: Verdict;
  /** Number of the CMA certificate whose mark it bears (资质认定标志); absent in reports from before marks were kept. */
  readonly cmaMark?: string | null;
  /** Id of the version that this one replaces, and why (5.3.4). */
  readonly supersedes: string | null;
  readonly supersessionReason: string | null;
  readonly lateReason: string | null;
  readonly preparedByHash: string;
  readonly reviewedByHash: string;
  readonly approvedByHash: string;
  /** ISO 8601, UTC */
  readonly issuedAt: string;
};

/** How a sample came, as its report says it; null where it was reported before receipts were kept. */
export type SampleAsReceived = {
  readonly receivedAt: string | null;
  readonly appearance: string | null;
  readonly condition: string | null;
  readonly sealNumber: string | null;
  readonly sealIntact: boolean | null;
  readonly mayAffectResult: string | null;
};

/** Type of the signed object, so that no other signature by the same key can pass for a report (RFC 8725 §3.11). */
export const reportSignatureType = 'inspection-report+jws';
