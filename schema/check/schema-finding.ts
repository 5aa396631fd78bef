/** What a check of a schema looks at. */
export type FindingKind =
  /** The text is no schema of a subgraph. */
  | 'UNREADABLE'
  /** The subgraphs do not compose. */
  | 'COMPOSITION'
  /** They compose, and terms of sharing are lost on the way into the supergraph. */
  | 'TERMS_LOST'
  /** A rule of the contract is broken. */
  | 'LINT'
  /** What clients ask today would be refused. */
  | 'BREAKING'
  /** What clients ask today may be answered in a way that they do not know. */
  | 'DANGEROUS'
  /** Somebody reads, or may do, less than before (5.4.3 a). */
  | 'NARROWED'
  /** Somebody reads, or may do, more than before. */
  | 'WIDENED'
  /** The terms say something else that opens and closes nothing, such as another legal ground. */
  | 'REWORDED';

/** What an error keeps from being published, a warning does not. */
export type FindingSeverity = 'ERROR' | 'WARNING';

/** One thing that a check found. */
export interface SchemaFinding {
  readonly kind: FindingKind;
  readonly severity: FindingSeverity;
  /** The rule, or the code of composition or of the change. */
  readonly code: string;
  /** The subgraphs that it is about; of a conflict all that take part. */
  readonly owners: readonly string[];
  /** Schema coordinate, where there is one. */
  readonly coordinate: string | null;
  /** Line in the text of the first owner, counted from 1, where it is known. */
  readonly line: number | null;
  /** What is wrong, or what changes, and what to do. */
  readonly message: string;
  /** Why an error was let pass: by which approval or exception. */
  readonly letPass: string | null;
}

/** A finding without what is mostly absent. */
export function finding(given: Pick<SchemaFinding, 'kind' | 'code' | 'owners' | 'message'> & Partial<SchemaFinding>): SchemaFinding {
  return { severity: 'ERROR', coordinate: null, line: null, letPass: null, ...given };
}
