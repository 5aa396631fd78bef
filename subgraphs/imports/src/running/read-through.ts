import { mapRows, type MapOptions } from '../mapping/map-rows.js';
import type { ReadMapping } from '../mapping/read-mapping.js';

/**
 * Reads a source to its end with nothing sent.
 * @param signal ends it before
 * @returns how many rows it has; undefined where it was ended
 * @throws ImportFault where it cannot be read as a whole
 */
export async function readThrough(path: string, read: ReadMapping, options: MapOptions, signal?: AbortSignal): Promise<number | undefined> {
  const mapped = mapRows(path, read, options);
  let rows = 0;
  while (!signal?.aborted && !(await mapped.next()).done) rows += 1;
  await mapped.return(undefined);
  return signal?.aborted ? undefined : rows;
}
