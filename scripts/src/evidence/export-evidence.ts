import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { JWK } from 'jose';
import { isNotKept } from '@hub/kernel/files/is-not-kept.js';
import type { KeptFiles } from '@hub/kernel/files/kept-files.js';
import { proofOf } from '@hub/kernel/preservation/entry-proof.js';
import type { PreservedEntry } from '@hub/kernel/preservation/preserved-entry.js';
import { compareHead } from '@hub/kernel/preservation/compare-head.js';
import type { PreservationProblem } from '@hub/kernel/preservation/preservation-report.js';
import { sealedPreservation } from '@hub/kernel/preservation/sealed-preservation.js';
import { signDetached } from '@hub/kernel/identity/detached-signature.js';
import { checkpointText, firstHash, type Place } from '@hub/kernel/sealing/chain.js';
import { Findings } from '@hub/kernel/sealing/findings.js';
import { walkSealedLog, type ReadEntry } from '@hub/kernel/sealing/walk-sealed-log.js';
import type { EntryRow } from '@hub/kernel/sealing/sealed-rows.js';
import type { Transaction } from '@hub/kernel/unit-of-work/transaction.js';
import { CommandRefused } from '../command-refused.js';
import { exportedEntry, type ExportManifest } from './export-shapes.js';
import { exported } from './exported-files.js';
import { exportReadme } from './export-readme.js';

export interface ExportOptions {
  readonly owner: string;
  readonly subject: string;
  readonly database: Transaction;
  readonly kept: Pick<KeptFiles, 'open'>;
  readonly jwks: { keys: JWK[] };
  /** Signs what the export holds; undefined where only the public keys are there. */
  readonly key: JWK | undefined;
  /** Where the record ended when its end was last kept beside the files; undefined where that is not to be looked for. */
  readonly head: Place | undefined;
  readonly folder: string;
}

type StoredFile = ExportManifest['files'][number];

const select = 'SELECT position::float8 AS position, entry, hash FROM kernel.preserved_entry';
const naming = `${select} WHERE entry::jsonb#>>'{subject,id}' = $1 ORDER BY position`;
const coming = `${select} WHERE entry::jsonb->>'kind' = 'RECEIVED' AND (entry::jsonb#>>'{file,hash}' = ANY($1::text[]) OR entry::jsonb#>>'{file,sm3}' = ANY($1::text[])) ORDER BY position`;
const waiting = 'SELECT EXISTS (SELECT FROM kernel.preserved_arrival, unnest($1::text[]) told WHERE position(told in entry) > 0) AS waiting';

/**
 * Writes what one row names, with all that proves it, into a folder. Undefined where no entry tells of such a row.
 * @throws CommandRefused where the record is not what was sealed, or something of the row waits for its seal
 * @throws Error where a file is there by the record, and not in the store
 */
export async function exportEvidence({ owner, subject, database, kept, jwks, key, head, folder }: ExportOptions): Promise<ExportManifest | undefined> {
  await requireWhole({ owner, database, jwks, head });
  await requireSealed(database, [subject]);
  const named = await database.$queryRawUnsafe<EntryRow[]>(naming, subject);
  if (named.length === 0) return undefined;
  const names = named.map(({ entry }) => exportedEntry.parse(JSON.parse(entry))).flatMap((entry) => (entry.kind === 'NAMED' ? entry.files.map(({ hash }) => ({ hash, partyId: entry.by?.partyId })) : []));
  await requireSealed(database, names.map(({ hash }) => hash));
  const came = (await database.$queryRawUnsafe<EntryRow[]>(coming, names.map(({ hash }) => hash))).flatMap((row) => {
    const entry = exportedEntry.parse(JSON.parse(row.entry));
    const mine = entry.kind === 'RECEIVED' && names.some(({ hash, partyId }) => [entry.file.hash, entry.file.sm3].includes(hash) && (partyId ?? entry.by.partyId) === entry.by.partyId);
    return mine ? [{ row, file: { ...entry.file, partyId: entry.by.partyId } }] : [];
  });
  const write = async (path: string, content: string | Uint8Array) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content, { flag: 'wx' });
  };
  const [checkpoints, stamps] = [new Set<number>(), new Set<number>()];
  for (const row of [...named, ...came.map(({ row }) => row)]) {
    const { proof, checkpoint, stamp } = await proofOf(database, owner, row, firstHash(sealedPreservation, owner));
    await write(exported.entry(row.position), JSON.stringify(proof, null, 2));
    if (checkpoints.has(checkpoint.position)) continue;
    checkpoints.add(checkpoint.position);
    await write(exported.checkpoint(checkpoint.position), checkpointText(sealedPreservation, checkpoint));
    await write(exported.signature(checkpoint.position), checkpoint.signature);
    if (stamp?.position !== checkpoint.position) continue;
    stamps.add(stamp.position);
    await write(exported.stamp(stamp.position), Buffer.from(stamp.token, 'base64'));
  }
  const files = [...new Map(came.map(({ file }) => [file.hash, file])).values()];
  const sums = await Promise.all(files.map((file) => written(kept, file, join(folder, exported.file(file.hash)))));
  const manifest: ExportManifest = {
    ...{ owner, subject, exportedAt: new Date().toISOString() },
    entries: [...named, ...came.map(({ row }) => row)].map(({ position }) => position),
    ...{ checkpoints: [...checkpoints], stamps: [...stamps], files },
    notHandedIn: names.map(({ hash }) => hash).filter((hash) => !files.some((file) => file.hash === hash || file.sm3 === hash)),
  };
  await write(exported.sums, files.map(({ hash }, index) => `${sums[index]}  ${exported.file(hash)}\n`).join(''));
  await write(exported.keys, JSON.stringify(jwks, null, 2));
  await write(exported.readme, exportReadme);
  const text = JSON.stringify(manifest, null, 2);
  await write(exported.manifest, text);
  if (key) await write(exported.manifestSignature, await signDetached(key, text));
  return manifest;
}

/** Holds the chain of the whole record against what the hub has signed, and against where it ended last. @throws CommandRefused */
async function requireWhole({ owner, database, jwks, head }: Pick<ExportOptions, 'owner' | 'database' | 'jwks' | 'head'>): Promise<void> {
  const findings = new Findings<PreservationProblem>();
  let forged = 0;
  // What somebody else has put in the sealer's way is sealed as such, and harms no other entry.
  const entry = ({ content }: ReadEntry<PreservedEntry>) => void (forged += content === null ? 1 : 0);
  const { end } = await walkSealedLog<PreservationProblem, PreservedEntry>({ sealed: sealedPreservation, owner, database, jwks, findings, entry });
  if (head) await compareHead(database, head, end.position, findings);
  if (findings.found > forged) throw new CommandRefused(`The record of preserved files of ${owner} is not what was sealed, so nothing of it is exported: hub evidence verify tells more.`);
}

/** @throws CommandRefused where an entry that tells of one of these waits for its seal */
async function requireSealed(database: Transaction, told: readonly string[]): Promise<void> {
  const [row] = await database.$queryRawUnsafe<{ waiting: boolean }[]>(waiting, told);
  if (row?.waiting !== false) throw new CommandRefused('Something of this row is on record and not sealed yet. While the hub runs that is done within seconds: ask again then, or start the hub.');
}

/** Copies a file. @returns the SHA-256 that it was handed in under, which its copy is to be held against */
async function written(kept: Pick<KeptFiles, 'open'>, { partyId, hash }: StoredFile, path: string): Promise<string> {
  const content = await kept.open(partyId, hash).catch((error: unknown) => {
    throw isNotKept(error) ? new Error(`The file ${hash} of ${partyId} was handed in and is not in the store any more: hub evidence verify tells more.`, { cause: error }) : error;
  });
  await mkdir(dirname(path), { recursive: true });
  const digest = createHash('sha256');
  content.on('data', (chunk: Buffer) => digest.update(chunk));
  await pipeline(content, createWriteStream(path, { flags: 'wx' }));
  if (`sha-256:${digest.digest('hex')}` !== hash) throw new Error(`The file ${hash} of ${partyId} is not what was handed in: hub evidence verify tells more.`);
  return hash.slice('sha-256:'.length);
}
