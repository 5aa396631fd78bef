import type { Owner } from '@hub/prisma/owner.js';

/** Told how far a load is; `total` is known before the first row. */
export type Progress = (done: number, total: number) => void;

/** A collection of first data of one owner: the members of the demo, or real records that ship with the project. */
export interface Load {
  /** Under which it is noted in the owner's database; never changed. */
  readonly name: string;
  readonly title: string;
  readonly owner: Owner;
  /** Changes when what is loaded changes; then it is loaded again. */
  fingerprint(): Promise<string>;
  /**
   * Loads all of it; what is there already stays as it is, so that a load that was killed can simply begin again.
   * Ends early, without harm, when the signal is aborted.
   *
   * @param dataDir folder of the hub's own data, where its keys lie
   * @returns what became of the rows, in words
   */
  run(databaseUrl: string, progress: Progress, stopping: AbortSignal, dataDir: string): Promise<string>;
}
