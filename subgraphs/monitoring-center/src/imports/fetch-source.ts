import { createWriteStream } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FileDigests, type ContentHashes } from '@hub/kernel/files/file-digests.js';
import { isForbidden } from '@hub/kernel/outbound/is-forbidden.js';
import { retryAfter } from '@hub/kernel/outbound/retry-after.js';
import { withEither } from '@hub/kernel/service/with-either.js';
import { request, type Dispatcher } from 'undici';
import { sourceFault, type SourceHosts } from '../domain/source-address.js';
import { ImportRefused } from './import-refused.js';

const mostRedirects = 3;
const redirects = new Set([301, 302, 303, 307, 308]);

export interface FetchSourceOptions {
  readonly url: string;
  /** How the source names the state that is there already; it answers that nothing has changed, if it can tell. */
  readonly known: { readonly etag: string | null; readonly lastModified: string | null } | undefined;
  /** Whether it is asked for what came after a place: then there may be nothing. */
  readonly mayBeNothing: boolean;
  /** Where what it sends is written. */
  readonly path: string;
  readonly entered: SourceHosts;
  readonly dispatcher: Dispatcher;
  readonly limits: FetchLimits;
  readonly signal: AbortSignal;
}

export interface FetchLimits {
  readonly bytes: number;
  /** For all of it, redirects and what it sends. */
  readonly seconds: number;
  /** Bytes that the disk keeps free. */
  readonly freeBytes: number;
}

/** What a source has sent. */
export interface FetchedSource {
  readonly hashes: ContentHashes;
  readonly size: number;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/**
 * Fetches a source into a file (定时采集, 5.1.1): from hosts that the operator has entered and no others, redirects too, which are followed by hand.
 *
 * @returns undefined where it has not changed, or has nothing
 * @throws ImportRefused with the reason; what signal gives where it was stopped
 */
export async function fetchSource(options: FetchSourceOptions): Promise<FetchedSource | undefined> {
  const { url, limits, signal } = options;
  const late = AbortSignal.timeout(Math.ceil(limits.seconds * 1000));
  try {
    return await withEither([late, signal], (stopping) => fetched(options, stopping));
  } catch (error) {
    if (error instanceof ImportRefused || signal.aborted) throw error;
    const { host } = new URL(url);
    if (isForbidden(error)) throw new ImportRefused({ code: 'IMPORT_SOURCE_NOT_ALLOWED', parameters: { host } });
    if (late.aborted || isTimeout(error)) throw new ImportRefused({ code: 'IMPORT_SOURCE_TIMED_OUT', parameters: { seconds: limits.seconds } });
    // A disk that fails is no fault of the source's.
    if (isOfDisk(error)) throw error;
    throw new ImportRefused({ code: 'IMPORT_SOURCE_UNREACHABLE', parameters: { host } });
  }
}

async function fetched({ url, known, mayBeNothing, path, entered, dispatcher, limits }: FetchSourceOptions, signal: AbortSignal): Promise<FetchedSource | undefined> {
  const { statusCode, headers, body } = await answerOf(url, { known, entered, dispatcher, signal });
  const told = (name: string) => [headers[name]].flat()[0] ?? null;
  if (statusCode !== 200) {
    await body.dump({ limit: 4096, signal });
    if ((statusCode === 304 && known) || statusCode === 204) return undefined;
    throw new ImportRefused({ code: 'IMPORT_SOURCE_STATUS', parameters: { status: statusCode } }, retryAfter(told('retry-after'), new Date()));
  }
  const { bavail, bsize } = await statfs(dirname(path));
  const most = Math.min(limits.bytes, bavail * bsize - limits.freeBytes);
  const digests = new FileDigests();
  await pipeline(
    body,
    async function* counted(chunks: AsyncIterable<Buffer>) {
      if (Number(told('content-length') ?? 0) > most) throw new ImportRefused({ code: 'IMPORT_SOURCE_TOO_LARGE', parameters: { limit: limits.bytes } });
      for await (const chunk of chunks) {
        digests.update(chunk);
        if (digests.length > most) throw new ImportRefused({ code: 'IMPORT_SOURCE_TOO_LARGE', parameters: { limit: limits.bytes } });
        yield chunk;
      }
    },
    createWriteStream(path, { flags: 'wx', mode: 0o600 }),
    { signal },
  );
  if (mayBeNothing && digests.length === 0) return undefined;
  return { hashes: digests.hashes(), size: digests.length, etag: told('etag'), lastModified: told('last-modified') };
}

/** The answer at the end of all redirects. @throws ImportRefused IMPORT_SOURCE_NOT_ALLOWED, IMPORT_SOURCE_REDIRECTS */
async function answerOf(url: string, { known, entered, dispatcher, signal }: Pick<FetchSourceOptions, 'known' | 'entered' | 'dispatcher'> & { readonly signal: AbortSignal }): Promise<Dispatcher.ResponseData> {
  let address = url;
  for (let followed = 0; followed <= mostRedirects; followed += 1) {
    // Literal addresses are not resolved, and the operator may have taken out since what was entered when it was scheduled.
    if (sourceFault(address, entered)) throw new ImportRefused({ code: 'IMPORT_SOURCE_NOT_ALLOWED', parameters: { host: URL.canParse(address) ? new URL(address).host : address.slice(0, 100) } });
    const answer = await request(address, {
      headers: { 'user-agent': 'hub-imports', accept: '*/*', 'accept-encoding': 'identity', ...(known?.etag != null && { 'if-none-match': known.etag }), ...(known?.lastModified != null && { 'if-modified-since': known.lastModified }) },
      dispatcher,
      signal,
    });
    const location = [answer.headers['location']].flat()[0];
    if (!redirects.has(answer.statusCode) || location === undefined) return answer;
    await answer.body.dump({ limit: 4096, signal });
    address = URL.canParse(location, address) ? new URL(location, address).href : location;
  }
  throw new ImportRefused({ code: 'IMPORT_SOURCE_REDIRECTS', parameters: { limit: mostRedirects } });
}

function isTimeout(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /TIMEOUT|ETIMEDOUT/.test(code);
}

function isOfDisk(error: unknown): boolean {
  return ['ENOSPC', 'EACCES', 'EROFS', 'EIO', 'EDQUOT'].includes(String((error as { code?: unknown }).code));
}
