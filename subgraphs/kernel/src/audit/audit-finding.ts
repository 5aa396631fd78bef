/** What is wrong with an audit log, and where. */
export interface AuditFinding {
  readonly kind:
    | 'ENTRY_ALTERED'
    | 'ENTRY_MISSING'
    | 'ENTRY_INSERTED'
    | 'ENTRY_FORGED'
    | 'SELECTION_ALTERED'
    | 'SELECTION_MISSING'
    | 'CHECKPOINT_ALTERED'
    | 'CHECKPOINT_MISSING'
    | 'CUT_ALTERED'
    | 'TAIL_CUT'
    | 'HISTORY_REPLACED'
    | 'WITNESS_BROKEN'
    | 'WITNESS_MISSING';
  /** Where it begins; null for what stands at no position. */
  readonly position: number | null;
  /** Id of the entry that stands there, if it still tells one. */
  readonly entry: string | null;
  /** One sentence in words. */
  readonly problem: string;
}

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
