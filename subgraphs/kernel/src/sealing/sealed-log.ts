/**
 * A log of an owner whose entries cannot be altered unnoticed: what arrives is given, behind the answers, a position and a hash over itself and all before it, and each
 * batch ends with a checkpoint that the hub has signed. Its tables are `kernel.<name>_arrival`, `_entry` and `_checkpoint`.
 */
export interface SealedLog {
  readonly name: 'audit' | 'preserved';
  /** What is hashed before the first entry of an owner. */
  readonly beginning: (owner: string) => string;
  /** What stands for an entry in the chain: the entry, or its digest where entries must be shown without the others. */
  readonly linked: (entry: string) => string;
  /** The word under which its checkpoints are signed: none of one log is taken for one of another. */
  readonly checkpoint: string;
  /** Whether it may begin behind a signed cut (`kernel.<name>_cut`). */
  readonly cut: boolean;
}
