import type { ChainFinding, ChainProblem } from '../sealing/chain-finding.js';

/** What may be wrong with an audit log. */
export type AuditProblem = ChainProblem | 'SELECTION_ALTERED' | 'SELECTION_MISSING' | 'CUT_ALTERED' | 'TAIL_CUT' | 'WITNESS_BROKEN' | 'WITNESS_MISSING';

/** What is wrong with an audit log, and where. */
export type AuditFinding = ChainFinding<AuditProblem>;

/** What a look through an audit log found. */
export interface AuditReport {
  readonly owner: string;
  readonly entries: number;
  readonly checkpoints: number;
  /** Position of the last checkpoint. */
  readonly upTo: number;
  /** Entries that have arrived and are not sealed yet. */
  readonly unsealed: number;
  /** The first of them in order; more are only counted. */
  readonly findings: readonly AuditFinding[];
  readonly found: number;
}
