import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Server } from '@tus/server';
import type { Upload } from '@tus/utils';
import type { ErrorCode } from '@hub/schema/errors/catalogue.js';
import type { MessageParameter } from '@hub/schema/errors/bilingual.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import { contentHashProblem } from '@hub/schema/identifiers/content-hash.js';
import { codedError } from '../refusals/coded-error.js';
import type { Logger } from '../service/logger.js';
import { FileHashDiffers } from './file-hash-differs.js';
import type { FilePlacing } from './file-placing.js';
import type { FileSettings } from './file-settings.js';
import type { HashedUploads } from './hashed-uploads.js';
import { isWhole } from './is-whole.js';
import type { StoreRoom } from './store-room.js';
import { takesMediaType } from './takes-media-type.js';
import type { UploadLocks } from './upload-locks.js';
import { UploadRefused } from './upload-refused.js';

/** Who hands a file in. */
export interface Uploader {
  readonly userId: string;
  readonly partyId: string;
  readonly locale: Locale;
}

export interface FileUploadsOptions {
  /** The address of uploads, such as /evidence/labs/uploads. */
  readonly path: string;
  readonly uploads: HashedUploads;
  readonly placing: FilePlacing;
  readonly room: StoreRoom;
  readonly settings: FileSettings;
  readonly locks: UploadLocks;
  readonly log: Logger;
}

/** As tus names uploads; no other name may reach the folder, where what is told of an upload lies beside it. */
const uploadId = /^[0-9a-f]{32}$/;

/** Errors of the protocol: there is no such upload. What else goes wrong is no answer to that. */
function notThere(error: unknown): undefined {
  if ((error as { status_code?: number }).status_code === undefined) throw error;
}

/**
 * Takes files in by tus 1.0 (resumable uploads): in parts, resumed after any interruption, each upload its party's alone. One that is whole is placed,
 * and told as done when it is; nothing that is not whole is ever anywhere else than among the uploads.
 */
export class FileUploads {
  readonly #options: FileUploadsOptions;
  readonly #tus: Server;
  readonly #uploader = new AsyncLocalStorage<Uploader>();

  constructor(options: FileUploadsOptions) {
    this.#options = options;
    const { path, uploads, settings, locks } = options;
    uploads.admit = ({ size = 0 }) => this.#requireQuota(this.#now().partyId, size);
    this.#tus = new Server({
      path,
      datastore: uploads,
      locker: locks,
      maxSize: settings.maxBytes,
      relativeLocation: true,
      // Bearer tokens come from no other page.
      allowedOrigins: [],
      onUploadCreate: async (_request, upload) => ({ metadata: await this.#admitted(upload) }),
      onIncomingRequest: async ({ method }, id) => {
        if (method === 'POST') return;
        const upload = await this.#own(id);
        if (method === 'DELETE') return;
        if (isWhole(upload)) await this.#requirePlaced(upload);
        else if (method === 'PATCH') await this.#requireSpace((upload.size ?? 0) - upload.offset);
      },
      onUploadFinish: async (_request, upload) => this.#finished(upload),
      onResponseError: (_request, error) => this.#refusalOf(error),
    });
  }

  /** Answers one request of the protocol. */
  handle(uploader: Uploader, request: IncomingMessage, response: ServerResponse): Promise<void> {
    return this.#uploader.run(uploader, async () => void (await this.#tus.handle(request, response)));
  }

  /** What of the metadata is kept: what was told, in the house's words, and who told it. */
  async #admitted(upload: Upload): Promise<Record<string, string | null>> {
    const { settings } = this.#options;
    const { metadata = {}, size } = upload;
    const mediaType = metadata['filetype'] ?? '';
    const hash = metadata['hash'] ?? null;
    if (size === undefined) throw this.#error('FILE_SIZE_MISSING', {});
    if (size === 0) throw this.#error('FILE_EMPTY', {});
    if (!takesMediaType(settings.mediaTypes, mediaType)) throw this.#error('FILE_TYPE_NOT_TAKEN', { mediaType: mediaType.slice(0, 100), taken: settings.mediaTypes.join(', ') });
    if (hash === null || contentHashProblem(hash) !== undefined) throw this.#error('FILE_HASH_MISSING', { example: `sha-256:${'0'.repeat(64)}` });
    const { partyId, userId } = this.#now();
    await this.#requireSpace(size);
    await this.#requireQuota(partyId, size);
    return { mediaType, hash, partyId, userId };
  }

  /** Asked again when an upload is made, and counted then: of two that come together the second finds the first, and one whose client has gone before is counted nowhere. */
  async #requireQuota(partyId: string, size: number): Promise<void> {
    const { settings, room } = this.#options;
    const held = await room.heldBy(partyId);
    if (held + size > settings.partyBytes) throw this.#error('FILE_QUOTA_EXCEEDED', { size, held, limit: settings.partyBytes });
  }

  async #requireSpace(bytes: number): Promise<void> {
    if (!(await this.#options.room.hasRoomFor(bytes))) throw this.#error('FILE_STORE_FULL', {});
  }

  /** An upload of whoever asks. What is no upload, not there, or another party's is told alike. */
  async #own(id: string): Promise<Upload> {
    const upload = uploadId.test(id) ? await this.#options.uploads.getUpload(id).catch(notThere) : undefined;
    if (upload?.metadata?.['partyId'] !== this.#now().partyId) throw this.#error('FILE_NOT_FOUND', {});
    return upload;
  }

  /** What has come whole is not told as done before it lies in its place. */
  async #requirePlaced(upload: Upload): Promise<void> {
    const { placing } = this.#options;
    await this.#orLater(upload, async () => (await placing.isPlaced(upload)) || placing.place(upload));
  }

  async #finished(upload: Upload): Promise<{ headers: Record<string, string> }> {
    const { sha256, sm3 } = await this.#orLater(upload, () => this.#options.placing.place(upload));
    return { headers: { 'Content-Hash': sha256, 'Content-Hash-SM3': sm3 } };
  }

  /** @throws UploadRefused where the content is not what was told, or where it cannot be placed now */
  async #orLater<Result>({ id }: Upload, place: () => Promise<Result>): Promise<Result> {
    return place().catch((error: unknown) => {
      if (error instanceof FileHashDiffers) throw this.#error('FILE_HASH_DIFFERS', { told: error.told, found: error.found });
      this.#options.log.error({ err: error, upload: id }, 'an upload cannot be placed; it is tried again');
      throw this.#error('FILE_NOT_PLACED', {});
    });
  }

  #now(): Uploader {
    const uploader = this.#uploader.getStore();
    if (!uploader) throw new Error('Nobody is known to hand this file in.');
    return uploader;
  }

  /** An error of the catalogue, as tus takes it. */
  #error(code: ErrorCode, parameters: Readonly<Record<string, MessageParameter>>): UploadRefused {
    const { message, extensions } = codedError(code, this.#uploader.getStore()?.locale ?? 'zh-CN', parameters);
    const { status = 400 } = (extensions['http'] ?? {}) as { status?: number };
    return new UploadRefused(message, status, JSON.stringify({ errors: [{ message, extensions: { code } }] }));
  }

  /** Errors of the protocol go as they are; what nobody expected is logged, and told by its reference alone. */
  #refusalOf(error: Error | { status_code: number; body: string }): { status_code: number; body: string } | undefined {
    if (error instanceof UploadRefused) return undefined;
    const status = 'status_code' in error ? error.status_code : 500;
    if (status === 404) return this.#error('FILE_NOT_FOUND', {});
    if (status === 413) return this.#error('FILE_TOO_LARGE', { limit: this.#options.settings.maxBytes });
    // 501: an extension of the protocol that is not there.
    if (status < 500 || status === 501) return undefined;
    const reference = randomUUID();
    this.#options.log.error({ err: error, reference }, 'an upload failed unexpectedly');
    return { status_code: status, body: this.#error('INTERNAL_SERVER_ERROR', { reference }).body };
  }
}
