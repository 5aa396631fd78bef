/** What a centre signs of a report that has arrived (报告回执, 3.3): which signature, by which key, and when. */
export interface ReceiptStatement {
  readonly type: 'inspection-report-receipt';
  /** Ids of report, lab and centre. */
  readonly report: string;
  readonly number: string;
  readonly lab: string;
  readonly center: string;
  /** JWK thumbprint (RFC 7638) of the key that signed the report. */
  readonly key: string;
  /** SHA-256 of the report's JWS in compact form: sha-256:… */
  readonly signatureHash: string;
  /** ISO 8601, UTC */
  readonly receivedAt: string;
  /** Whether the centre accepted it; a code of the catalogue where not. */
  readonly refused: string | null;
}
