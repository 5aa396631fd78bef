import { mapRows, type MapOptions } from '@hub/imports/mapping/map-rows.js';
import type { ReadMapping } from '@hub/imports/mapping/read-mapping.js';

/** Reads a source to its end with nothing sent. @returns how many rows it has @throws ImportFault where it cannot be read as a whole */
export async function readThrough(path: string, read: ReadMapping, options: MapOptions): Promise<number> {
  let rows = 0;
  for (const mapped = mapRows(path, read, options); !(await mapped.next()).done; ) rows += 1;
  return rows;
}
