import type { ChainFinding, ChainProblem } from '../sealing/chain-finding.js';

/** What may be wrong with the record of preserved files, with the files, or with the rows that name them. */
export type PreservationProblem =
  | ChainProblem
  | 'TAIL_CUT'
  | 'HEAD_MISSING'
  | 'STAMP_MISSING'
  | 'STAMP_INVALID'
  | 'FILE_ALTERED'
  | 'FILE_MISSING'
  | 'FILE_FORGOTTEN'
  | 'FILE_UNRECORDED'
  | 'NAME_FORGOTTEN'
  | 'NAME_UNRECORDED'
  | 'EVIDENCE_CHAIN_BROKEN';

/** What is wrong, and where. */
export type PreservationFinding = ChainFinding<PreservationProblem>;

/** What a look through an owner's record of preserved files found. */
export interface PreservationReport {
  readonly owner: string;
  readonly entries: number;
  readonly checkpoints: number;
  /** Position of the last checkpoint. */
  readonly upTo: number;
  /** Entries that have arrived and are not sealed yet. */
  readonly unsealed: number;
  /** Files that were read and hashed anew; null where the store was not looked at. */
  readonly files: number | null;
  /** Stamps that were verified; null where no roots were told. */
  readonly stamps: number | null;
  /** Position up to which all is under a stamp that was verified; 0 where nothing is, or no roots were told. */
  readonly stampedUpTo: number;
  /** Files that rows name and that their party has not handed in. */
  readonly notHandedIn: number;
  /** The first of them in order; more are only counted. */
  readonly findings: readonly PreservationFinding[];
  readonly found: number;
}
