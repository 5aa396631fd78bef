import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { FileStore } from '@tus/file-store';
import type { Upload } from '@tus/utils';
import { FileDigests, type ContentHashes } from './file-digests.js';
import { isWhole } from './is-whole.js';

/**
 * Uploads under way, as tus keeps them in a folder, hashed while they come. After an interruption of the hub, or of the connection, what lies there is hashed
 * anew before more comes.
 */
export class HashedUploads extends FileStore {
  readonly #digests = new Map<string, FileDigests>();
  readonly #announced = new Map<string, { readonly partyId: string; readonly size: number }>();

  pathOf(id: string): string {
    return join(this.directory, id);
  }

  /** Asked before an upload is made. @throws UploadRefused where it may not be */
  admit: (upload: Upload) => Promise<void> = async () => undefined;

  /** Counts what is on its way, from the moment that it is made until it is placed or thrown away. */
  announce({ id, size = 0, metadata }: Pick<Upload, 'id' | 'size' | 'metadata'>): void {
    this.#announced.set(id, { partyId: metadata?.['partyId'] ?? '', size });
  }

  /** An upload is in the store, and counts there. */
  settled(id: string): void {
    this.#announced.delete(id);
  }

  /** Bytes that a party has announced and that are not in the store yet. */
  announcedBy(partyId: string): number {
    return [...this.#announced.values()].reduce((sum, each) => (each.partyId === partyId ? sum + each.size : sum), 0);
  }

  override async create(upload: Upload): Promise<Upload> {
    await this.admit(upload);
    this.announce(upload);
    return super.create(upload).catch((error: unknown) => {
      this.settled(upload.id);
      throw error;
    });
  }

  /** Of all that lie here. */
  async ids(): Promise<string[]> {
    return (await this.configstore.list?.()) ?? [];
  }

  /** What is whole expires for nobody who asks: it waits for its place, however long that takes. */
  override async getUpload(id: string): Promise<Upload> {
    const upload = await super.getUpload(id);
    if (isWhole(upload)) upload.creation_date = undefined;
    return upload;
  }

  /** Whether an upload has had the time that it may take. */
  async isOverdue(id: string): Promise<boolean> {
    const told = await this.configstore.get(id);
    return told?.creation_date !== undefined && Date.now() > Date.parse(told.creation_date) + this.getExpiration();
  }

  override async write(readable: Readable, id: string, offset: number): Promise<number> {
    const digests = await this.#digestsOf(id, offset);
    // What fails on its way may lie there in part: it is hashed anew then.
    this.#digests.delete(id);
    const hashed = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        digests.update(chunk);
        done(null, chunk);
      },
    });
    readable.once('error', (error) => hashed.destroy(error));
    const reached = await super.write(readable.pipe(hashed), id, offset);
    if (digests.length === reached) this.#digests.set(id, digests);
    return reached;
  }

  override async remove(id: string): Promise<void> {
    this.#digests.delete(id);
    await super.remove(id);
    this.settled(id);
  }

  /** The hashes of an upload that is whole, of so many bytes. */
  async hashesOf(id: string, size: number): Promise<ContentHashes> {
    const digests = await this.#digestsOf(id, size);
    this.#digests.delete(id);
    return digests.hashes();
  }

  async #digestsOf(id: string, length: number): Promise<FileDigests> {
    const known = this.#digests.get(id);
    return known?.length === length ? known : FileDigests.ofFile(this.pathOf(id), length);
  }
}
