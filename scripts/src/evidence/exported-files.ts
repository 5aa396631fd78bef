/** Where things lie in the folder of an export. */
export const exported = {
  manifest: 'manifest.json',
  manifestSignature: 'manifest.jws',
  keys: 'keys.json',
  sums: 'SHA256SUMS',
  readme: 'README.md',
  entry: (position: number) => `entries/${position}.json`,
  checkpoint: (position: number) => `checkpoints/${position}.json`,
  signature: (position: number) => `checkpoints/${position}.jws`,
  stamp: (position: number) => `stamps/${position}.tst`,
  file: (hash: string) => `files/${hash.replace(':', '-')}`,
} as const;
