import type { JWK } from 'jose';
import { verifyDetached } from '@hub/kernel/identity/detached-signature.js';
import { keyThumbprint } from '@hub/kernel/identity/key-thumbprint.js';
import { hashOfProof } from '@hub/kernel/preservation/entry-proof.js';
import { stampedBefore } from '@hub/kernel/time-stamps/clock-allowance.js';
import { TimeStampInvalid } from '@hub/kernel/time-stamps/time-stamp-invalid.js';
import { verifyTimeStamp } from '@hub/kernel/time-stamps/verify-time-stamp.js';
import { exportedCheckpoint, exportedEntry, exportedKeys, exportedProof, exportManifest, type ExportedEntry, type ExportManifest } from './export-shapes.js';
import { exported } from './exported-files.js';
import { ExportedFolder } from './exported-folder.js';

/** What a look at an export found. */
export interface ExportVerdict {
  readonly owner: string;
  readonly subject: string;
  /** Thumbprints of the keys by which signatures were verified (RFC 7638). */
  readonly keys: readonly string[];
  readonly entries: readonly ExportedEntry[];
  /** When each checkpoint was stamped, as its authority tells; ISO 8601, by position. */
  readonly stamped: Readonly<Record<number, string>>;
  /** Hashes of files that are named and were not handed in, as the export says. */
  readonly notHandedIn: readonly string[];
  /** In words; none where all is as it was preserved, as far as it can be told. */
  readonly problems: readonly string[];
  /** What the folder alone cannot show; in words. */
  readonly open: readonly string[];
}

export interface CheckOptions {
  /** What the hub has published, where it was had otherwise than with the export. */
  readonly keys?: { keys: JWK[] } | undefined;
  /** The authorities that are believed; without them stamps are not looked at. */
  readonly roots?: readonly Uint8Array[] | undefined;
}

/**
 * Checks an export with nothing but its folder, which may be anybody's: files against hashes, entries against checkpoints, checkpoints against signatures and stamps, and
 * whether what it says of itself is what its entries say.
 *
 * @throws Error where it is no export, or cannot be read
 */
export function checkExport(folder: string, options: CheckOptions): Promise<ExportVerdict> {
  return new Check(new ExportedFolder(folder), options).run();
}

class Check {
  readonly #folder: ExportedFolder;
  readonly #options: CheckOptions;
  readonly #problems: string[] = [];
  readonly #open: string[] = [];
  readonly #stamped: Record<number, string> = {};
  /** Hashes of the checkpoints, by position. */
  readonly #ends = new Map<number, string>();

  constructor(folder: ExportedFolder, options: CheckOptions) {
    this.#folder = folder;
    this.#options = options;
  }

  async run(): Promise<ExportVerdict> {
    const text = await this.#folder.text(exported.manifest);
    const manifest = exportManifest.parse(JSON.parse(text));
    const jwks = this.#options.keys ?? exportedKeys.parse(JSON.parse(await this.#folder.text(exported.keys)));
    const keys = await Promise.all(jwks.keys.map(keyThumbprint));
    if (!this.#options.keys) this.#open.push(`the keys come from the folder itself, which anybody can make: compare ${keys.join(', ')} with what the hub has published, or name its keys with --keys`);
    await this.#manifest(text, jwks);
    for (const position of manifest.checkpoints) await this.#checkpoint(position, manifest, jwks);
    const entries: ExportedEntry[] = [];
    for (const position of manifest.entries) entries.push(await this.#entry(position, manifest));
    this.#names(entries, manifest);
    for (const file of manifest.files) await this.#file(file, entries);
    const { owner, subject, notHandedIn } = manifest;
    return { owner, subject, keys, entries, stamped: this.#stamped, notHandedIn, problems: this.#problems, open: this.#open };
  }

  /** Who takes an entry and its file out has to sign anew what the export holds. */
  async #manifest(text: string, jwks: { keys: JWK[] }): Promise<void> {
    const signature = await this.#folder.text(exported.manifestSignature).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      return undefined;
    });
    if (signature === undefined) this.#open.push('the hub has not signed what the export holds: whether something was left out cannot be told');
    else if (!(await verifyDetached(jwks, text, signature))) this.#problems.push(`${exported.manifest} is not signed by these keys`);
  }

  async #checkpoint(position: number, { owner, stamps }: ExportManifest, jwks: { keys: JWK[] }): Promise<void> {
    const text = await this.#folder.text(exported.checkpoint(position));
    if (!(await verifyDetached(jwks, text, await this.#folder.text(exported.signature(position))))) this.#problems.push(`the checkpoint at ${position} is not signed by these keys`);
    const { preserved } = exportedCheckpoint.parse(JSON.parse(text));
    if (preserved.position !== position) this.#problems.push(`the checkpoint at ${position} is that at ${preserved.position}`);
    if (preserved.owner !== owner) this.#problems.push(`the checkpoint at ${position} is of ${preserved.owner}, and the export says that it is of ${owner}`);
    this.#ends.set(position, preserved.hash);
    const { roots } = this.#options;
    if (!roots) return;
    if (!stamps.includes(position)) {
      this.#open.push(`the checkpoint at ${position} is under no time stamp: its time is what the hub says`);
      return;
    }
    try {
      const { at } = await verifyTimeStamp({ token: await this.#folder.bytes(exported.stamp(position)), text, roots });
      if (stampedBefore(at, preserved.at)) this.#problems.push(`the stamp over the checkpoint at ${position} tells ${at.toISOString()}, and it was sealed at ${preserved.at}`);
      this.#stamped[position] = at.toISOString();
    } catch (error) {
      if (!(error instanceof TimeStampInvalid)) throw error;
      this.#problems.push(`the stamp over the checkpoint at ${position}: ${error.message}`);
    }
  }

  async #entry(position: number, { owner }: ExportManifest): Promise<ExportedEntry> {
    const proof = exportedProof.parse(JSON.parse(await this.#folder.text(exported.entry(position))));
    if (proof.position !== position) this.#problems.push(`the entry at ${position} is that at ${proof.position}`);
    if (this.#ends.get(proof.checkpoint) !== hashOfProof(proof) || proof.checkpoint !== position + proof.following.length) this.#problems.push(`the entry at ${position} does not lead to its checkpoint`);
    const entry = exportedEntry.parse(JSON.parse(proof.entry));
    if (entry.owner !== owner) this.#problems.push(`the entry at ${position} is of ${entry.owner}, and the export says that it is of ${owner}`);
    return entry;
  }

  /** What is named is there or told as missing, and nothing else is there. */
  #names(entries: readonly ExportedEntry[], { subject, files, notHandedIn }: ExportManifest): void {
    const named = entries.flatMap((entry) => (entry.kind === 'NAMED' ? [entry] : []));
    if (!named.some((entry) => entry.subject.id === subject)) this.#problems.push(`no entry tells that files were named on ${subject}`);
    for (const { id } of named.map((entry) => entry.subject)) if (id !== subject) this.#problems.push(`an entry is of ${id}, and the export says that it is of ${subject}`);
    const hashes = new Set(named.flatMap((entry) => entry.files.map(({ hash }) => hash)));
    const there = new Set(files.flatMap(({ hash, sm3 }) => [hash, sm3]));
    for (const hash of hashes) if (!there.has(hash) && !notHandedIn.includes(hash)) this.#problems.push(`the file ${hash} is named and is not there, nor told as not handed in`);
    for (const hash of notHandedIn) if (!hashes.has(hash) || there.has(hash)) this.#problems.push(`the file ${hash} is told as named and not handed in, and is not so by the entries`);
    for (const entry of entries) {
      if (entry.kind !== 'RECEIVED') continue;
      const { hash, sm3 } = entry.file;
      if (!hashes.has(hash) && !hashes.has(sm3)) this.#problems.push(`an entry tells that the file ${hash} came, which no entry names`);
      if (!there.has(hash)) this.#problems.push(`an entry tells that the file ${hash} came, and it is not there`);
    }
  }

  async #file(file: ExportManifest['files'][number], entries: readonly ExportedEntry[]): Promise<void> {
    const { hash, sm3, size, mediaType, partyId } = file;
    const came = entries.some((entry) => entry.kind === 'RECEIVED' && entry.by.partyId === partyId && entry.file.hash === hash && entry.file.sm3 === sm3 && entry.file.size === size && entry.file.mediaType === mediaType);
    if (!came) this.#problems.push(`no entry tells that the file ${hash} came as the export says`);
    const digests = await this.#folder.digests(exported.file(hash));
    if (!digests) {
      this.#problems.push(`the file ${hash} is not there`);
      return;
    }
    const found = digests.hashes();
    if (found.sha256 !== hash || found.sm3 !== sm3 || digests.length !== size) this.#problems.push(`the file ${hash} is not what was handed in`);
  }
}
