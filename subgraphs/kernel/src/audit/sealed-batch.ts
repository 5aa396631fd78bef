import type { AuditEntry } from './audit-entry.js';

/** A batch of an owner's audit log as the exchange is told of it, with the seal behind which it stands. */
export interface SealedBatch {
  readonly first: number;
  readonly position: number;
  readonly previous: string;
  readonly hash: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly entries: readonly { readonly position: number; readonly entry: AuditEntry | { readonly unauthentic: string } }[];
  /** The coordinates of every selection that the entries name. */
  readonly selections: Readonly<Record<string, readonly string[]>>;
}

/** Under which kind the exchange takes a batch in. */
export const auditSealed = 'AuditSealed';
