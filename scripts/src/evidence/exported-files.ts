/** Where things lie in the folder of an export. */
export const exported = {
  manifest: 'manifest.json',
  keys: 'keys.json',
  sums: 'SHA256SUMS',
  readme: 'README.md',
  entry: (position: number) => `entries/${position}.json`,
  checkpoint: (position: number) => `checkpoints/${position}.json`,
  signature: (position: number) => `checkpoints/${position}.jws`,
  stamp: (position: number) => `stamps/${position}.tst`,
  file: (hash: string) => `files/${hash.replace(':', '-')}`,
} as const;

/** What an export is of, and what it holds. */
export interface ExportManifest {
  readonly owner: string;
  /** Id of the row that names the files. */
  readonly subject: string;
  /** ISO 8601, UTC. */
  readonly exportedAt: string;
  /** Positions of the entries. */
  readonly entries: readonly number[];
  readonly checkpoints: readonly number[];
  /** Positions of the checkpoints that are stamped. */
  readonly stamps: readonly number[];
  readonly files: readonly { readonly hash: string; readonly sm3: string; readonly size: number; readonly mediaType: string; readonly partyId: string }[];
  /** Hashes of files that are named and were not handed in. */
  readonly notHandedIn: readonly string[];
}
