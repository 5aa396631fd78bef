import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { seedFile } from '@hub/prisma/seed/seed-file.js';

/** A hash over what is loaded: values as they stand in the code, and seed files by name. */
export async function fingerprint(values: readonly unknown[], seedFiles: readonly string[] = []): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(values));
  for (const name of seedFiles) hash.update(await readFile(seedFile(name)));
  return `sha-256:${hash.digest('hex')}`;
}
