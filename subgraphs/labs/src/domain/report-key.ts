import type { PublicJwk } from './signer.js';

/** The public key of a signatory as it is published: with the lab for which it signs, and its life so far. Times are ISO 8601. */
export type ReportKey = PublicJwk & {
  readonly kid: string;
  readonly lab: string;
  readonly state: 'IN_FORCE' | 'ROTATED' | 'REVOKED';
  readonly issuedAt: string;
  /** Until when it signs, once another has taken its place. */
  readonly signsUntil?: string;
  readonly revokedAt?: string;
  readonly revocationReason?: string;
};
