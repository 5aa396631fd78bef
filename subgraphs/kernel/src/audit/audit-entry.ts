import type { Counts } from '@hub/schema/policy/enforcement/operation-trace.js';

/** One operation as the audit log keeps it (5.4.3 d): who, on whose behalf and for which party, why, what, when. Parts that are empty are left out. */
export interface AuditEntry {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly owner: string;
  readonly user: string;
  readonly party: string;
  /** Kind of the party, such as PLATFORM. */
  readonly kind: string;
  readonly role: string;
  /** The user of the same party in whose stead this one acted (代办); null where for themselves. */
  readonly onBehalfOf: string | null;
  readonly purpose: string | null;
  /** The request by which the operation came, as the gateway named it. */
  readonly request?: string;
  /** Name of the operation, its kind, and SHA-256 over its document. */
  readonly operation: { readonly name: string | null; readonly kind: string; readonly document: string };
  /** Hash of the coordinates that were selected (kernel.audit_selection). */
  readonly selection: string;
  /** Coordinates by which was filtered or ordered. */
  readonly filters?: readonly string[];
  /** Rows by holder and type; '' holds what nobody holds. */
  readonly rows?: Counts;
  /** Refused values by `coordinate code`, and holder of the row. */
  readonly refused?: Counts;
  /** Items of acts by act and outcome: DONE, or the code of the refusal. */
  readonly acts?: Counts;
  /** Codes of the answer's errors. */
  readonly errors?: readonly string[];
  /** Grants by which something was open. */
  readonly grants?: readonly string[];
  /** The event that was delivered, and to which users. */
  readonly event?: { readonly kind: string; readonly subject: string; readonly occurredAt: string };
  readonly recipients?: readonly string[];
}
