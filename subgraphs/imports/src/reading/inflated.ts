import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ImportFault } from '../import-fault.js';

/** Beyond so many bytes, what is unpacked may be so many times what it was packed in. Text packs to a tenth, a bomb to a thousandth. */
const bounds = { from: 64 * 1024 * 1024, times: 200 };

/**
 * The bytes of a file, unpacked where it is gzip (RFC 1952), which its first two bytes tell.
 * @throws ImportFault IMPORT_TRUNCATED, IMPORT_UNREADABLE, IMPORT_EXPANDS_TOO_FAR
 */
export async function* inflated(file: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let packed = 0;
  const counted = async function* (first: Buffer | undefined, rest: AsyncIterator<Buffer>) {
    for (let chunk = first; chunk !== undefined; ) {
      packed += chunk.length;
      yield chunk;
      const next = await rest.next();
      chunk = next.done ? undefined : next.value;
    }
  };
  const chunks = file[Symbol.asyncIterator]();
  const { value, done } = await chunks.next();
  const first = done ? undefined : (value);
  if (first?.[0] !== 0x1f || first[1] !== 0x8b) return yield* counted(first, chunks);
  let unpacked = 0;
  try {
    const gunzip = createGunzip();
    pipeline(Readable.from(counted(first, chunks)), gunzip, () => undefined); // what fails is thrown where it is read
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      unpacked += chunk.length;
      if (unpacked > bounds.from && unpacked > packed * bounds.times) throw new ImportFault('IMPORT_EXPANDS_TOO_FAR', { limit: `${bounds.times} × ${packed}` });
      yield chunk;
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'Z_BUF_ERROR') throw new ImportFault('IMPORT_TRUNCATED', { format: 'gzip' });
    if (code?.startsWith('Z_')) throw new ImportFault('IMPORT_UNREADABLE', { format: 'gzip', problem: message });
    throw error;
  }
}
