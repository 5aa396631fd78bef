import type { ReadMapping } from '../mapping/read-mapping.js';
import { readRecords } from '../mapping/read-records.js';

/**
 * Reads a source to its end with nothing made of it.
 * @param signal ends it before
 * @returns how many rows it has; undefined where it was ended
 * @throws ImportFault where it cannot be read as a whole
 */
export async function readThrough(path: string, read: ReadMapping, mended: boolean, signal?: AbortSignal): Promise<number | undefined> {
  const records = readRecords(path, read, mended);
  let rows = 0;
  while (!signal?.aborted && !(await records.next()).done) rows += 1;
  await records.return(undefined);
  return signal?.aborted ? undefined : rows;
}
