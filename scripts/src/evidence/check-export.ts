import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JWK } from 'jose';
import { FileDigests } from '@hub/kernel/files/file-digests.js';
import { verifyDetached } from '@hub/kernel/identity/detached-signature.js';
import { hashOfProof, type EntryProof } from '@hub/kernel/preservation/entry-proof.js';
import type { PreservedEntry } from '@hub/kernel/preservation/preserved-entry.js';
import { TimeStampInvalid } from '@hub/kernel/time-stamps/time-stamp-invalid.js';
import { verifyTimeStamp } from '@hub/kernel/time-stamps/verify-time-stamp.js';
import { stat } from 'node:fs/promises';
import { exported, type ExportManifest } from './exported-files.js';

/** What a look at an export found. */
export interface ExportVerdict {
  readonly owner: string;
  readonly subject: string;
  readonly entries: readonly PreservedEntry[];
  /** When each checkpoint was stamped, as its authority tells; ISO 8601, by position. */
  readonly stamped: Readonly<Record<number, string>>;
  /** In words; none where all is as it was preserved. */
  readonly problems: readonly string[];
}

/**
 * Checks an export with nothing but its folder: files against hashes, entries against checkpoints, checkpoints against signatures and stamps.
 *
 * @param keys what the hub has published, where it was had otherwise than with the export
 * @param roots the authorities that are believed; without them stamps are not looked at
 * @throws Error where it is no export, or cannot be read
 */
export async function checkExport(folder: string, { keys, roots }: { readonly keys?: { keys: JWK[] } | undefined; readonly roots?: readonly Uint8Array[] | undefined }): Promise<ExportVerdict> {
  const text = (path: string) => readFile(join(folder, path), 'utf8');
  const json = async <T>(path: string) => JSON.parse(await text(path)) as T;
  const manifest = await json<ExportManifest>(exported.manifest);
  const jwks = keys ?? (await json<{ keys: JWK[] }>(exported.keys));
  const problems: string[] = [];
  const stamped: Record<number, string> = {};
  const ends = new Map<number, string>();
  for (const position of manifest.checkpoints) {
    const checkpoint = await text(exported.checkpoint(position));
    if (!(await verifyDetached(jwks, checkpoint, await text(exported.signature(position))))) problems.push(`the checkpoint at ${position} is not signed by these keys`);
    ends.set(position, (JSON.parse(checkpoint) as { preserved: { hash: string } }).preserved.hash);
    if (!roots || !manifest.stamps.includes(position)) continue;
    try {
      stamped[position] = (await verifyTimeStamp({ token: await readFile(join(folder, exported.stamp(position))), text: checkpoint, roots })).at.toISOString();
    } catch (error) {
      if (!(error instanceof TimeStampInvalid)) throw error;
      problems.push(`the stamp over the checkpoint at ${position}: ${error.message}`);
    }
  }
  const entries: PreservedEntry[] = [];
  for (const position of manifest.entries) {
    const proof = await json<EntryProof>(exported.entry(position));
    if (ends.get(proof.checkpoint) !== hashOfProof(proof)) problems.push(`the entry at ${position} does not lead to its checkpoint`);
    entries.push(JSON.parse(proof.entry) as PreservedEntry);
  }
  const received = entries.flatMap((entry) => (entry.kind === 'RECEIVED' ? [entry.file] : []));
  for (const { hash } of manifest.files) {
    const path = join(folder, exported.file(hash));
    const digests = await FileDigests.ofFile(path, (await stat(path)).size);
    const found = digests.hashes();
    const told = received.find((file) => file.hash === hash);
    if (!told) problems.push(`no entry tells that the file ${hash} came`);
    else if (found.sha256 !== told.hash || found.sm3 !== told.sm3 || digests.length !== told.size) problems.push(`the file ${hash} is not what was handed in`);
  }
  return { owner: manifest.owner, subject: manifest.subject, entries, stamped, problems };
}
