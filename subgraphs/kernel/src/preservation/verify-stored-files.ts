import type { KeptFiles } from '../files/kept-files.js';
import { FileDigests } from '../files/file-digests.js';
import { isNotKept } from '../files/is-not-kept.js';
import type { Findings } from '../sealing/findings.js';
import { pages, pageSize } from '../sealing/pages.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import type { PreservationProblem } from './preservation-report.js';

interface StoredRow {
  readonly partyId: string;
  readonly hash: string;
  readonly sm3: string;
  readonly size: number;
  readonly place: string;
}

const rows = `
  SELECT party_id AS "partyId", hash, sm3, size::float8 AS size, party_id || ' ' || hash AS place FROM kernel.stored_file
  WHERE party_id || ' ' || hash > $1 ORDER BY party_id || ' ' || hash LIMIT ${pageSize}`;

/**
 * Reads every file of the store and hashes it anew, by both algorithms.
 * @returns how many were read
 * @throws Error where the store does not answer
 */
export async function verifyStoredFiles(database: Transaction, kept: Pick<KeptFiles, 'open'>, findings: Findings<PreservationProblem>): Promise<number> {
  let read = 0;
  for await (const row of pages<StoredRow, string>(database, rows, ({ place }) => place, '')) {
    const { partyId, hash, sm3, size } = row;
    const content = await kept.open(partyId, hash).catch((error: unknown) => {
      if (!isNotKept(error)) throw error;
      return undefined;
    });
    if (!content) {
      findings.tell('FILE_MISSING', null, null, `the file ${hash} of ${partyId} is not in the store`);
      continue;
    }
    const digests = new FileDigests();
    for await (const chunk of content) digests.update(chunk as Buffer);
    read += 1;
    const found = digests.hashes();
    if (found.sha256 !== hash || found.sm3 !== sm3 || digests.length !== size) {
      findings.tell('FILE_ALTERED', null, null, `the file ${hash} (${sm3}, ${size} bytes) of ${partyId} is ${found.sha256} (${found.sm3}, ${digests.length} bytes) now`);
    }
  }
  return read;
}
