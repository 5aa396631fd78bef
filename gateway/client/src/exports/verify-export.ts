import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { isSignedManifest } from './is-signed-manifest.js';

/** What was found of a file and its manifest. */
export interface ExportVerdict {
  readonly valid: boolean;
  /** What is wrong and where, in words. */
  readonly problems: readonly string[];
  readonly manifest: VerifiedManifest | undefined;
}

export interface ExportEvidence {
  /** The path of the file. */
  readonly file: string;
  readonly manifest: string;
  readonly signature: string;
  readonly keys: { readonly keys: readonly object[] };
}

const count = z.int().min(0);
const manifestShape = z.looseObject({
  list: z.string(),
  format: z.string(),
  asker: z.object({ partyId: z.string(), userId: z.string(), role: z.string() }),
  purpose: z.string().nullable(),
  finished: z.string(),
  rows: count,
  bytes: count,
  pieces: z.array(z.object({ rows: count, bytes: count, sha256: z.string() })),
});
export type VerifiedManifest = z.infer<typeof manifestShape>;

/** Checks a file against its manifest, and the manifest against keys, without a hub and in constant memory. */
export async function verifyExport({ file, manifest: text, signature, keys }: ExportEvidence): Promise<ExportVerdict> {
  if (!(await isSignedManifest(keys, text, signature.trim()))) {
    return { valid: false, problems: ['The manifest is not what a key of the hub has signed.'], manifest: undefined };
  }
  const manifest = manifestShape.parse(JSON.parse(text));
  const problems = await problemsOf(file, manifest);
  return { valid: problems.length === 0, problems, manifest };
}

async function problemsOf(file: string, { pieces, bytes, rows }: VerifiedManifest): Promise<string[]> {
  const problems: string[] = [];
  let position = 0;
  let row = 0;
  let at = 0;
  let hash = createHash('sha256');
  let taken = 0;
  const close = () => {
    for (let piece = pieces[at]; piece && taken === piece.bytes; piece = pieces[at]) {
      if (hash.digest('hex') !== piece.sha256) problems.push(`Rows ${row + 1} to ${row + piece.rows} (bytes ${position - piece.bytes} to ${position}) are not what the hub gave.`);
      row += piece.rows;
      at += 1;
      taken = 0;
      hash = createHash('sha256');
    }
  };
  close();
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    for (let rest = chunk; rest.length > 0; ) {
      const piece = pieces[at];
      const some = piece ? rest.subarray(0, piece.bytes - taken) : rest;
      hash.update(some);
      taken += some.length;
      position += some.length;
      rest = rest.subarray(some.length);
      close();
    }
  }
  if (position !== bytes) problems.push(`The file has ${position} bytes, and the hub gave ${bytes}.`);
  else if (row !== rows || at !== pieces.length) problems.push('The pieces of the manifest do not add up to its file.');
  return problems;
}
