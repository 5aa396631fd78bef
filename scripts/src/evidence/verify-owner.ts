import type { JWK } from 'jose';
import { keptFilesOf } from '@hub/kernel/files/kept-files-of.js';
import type { FileSettings } from '@hub/kernel/files/file-settings.js';
import { sealedHeadOf } from '@hub/kernel/preservation/preservation.js';
import type { PreservationReport } from '@hub/kernel/preservation/preservation-report.js';
import { verifyPreservation } from '@hub/kernel/preservation/verify-preservation.js';
import { settingName } from '@hub/kernel/service/subgraph-environment.js';
import { readSnapshot } from '@hub/prisma/clients/read-snapshot.js';
import type { Owner } from '@hub/prisma/owner.js';
import { join } from 'node:path';
import { CommandRefused } from '../command-refused.js';
import { checkCentreChains } from './check-centre-chains.js';
import { namingRowsOf } from './naming-rows-of.js';

/** How long an authority may be away until that is told (milliseconds). */
const day = 86_400_000;

export interface VerifyOwnerOptions {
  readonly dataDir: string;
  readonly jwks: { keys: JWK[] };
  readonly files: FileSettings;
  /** Whether the files are read and hashed anew. */
  readonly readFiles: boolean;
  readonly roots: readonly Uint8Array[] | undefined;
  /** Whether `dataDir` is the hub's own, so that what it keeps of the record must be there. */
  readonly hubsOwn: boolean;
}

/** Looks through the record of preserved files of one owner as it is at this moment. @throws CommandRefused, MigrationError */
export async function verifyOwner(owner: Owner, address: string | undefined, { dataDir, jwks, files, readFiles, roots, hubsOwn }: VerifyOwnerOptions): Promise<PreservationReport> {
  const setting = `DATABASE_URL_${settingName(owner)}`;
  if (address === undefined) throw new CommandRefused(`No database of ${owner} is known: set ${setting}, or HUB_DATA_DIR to the folder of a hub that has its own PostgreSQL.`);
  const kept = readFiles ? keptFilesOf(files, owner, join(dataDir, 'evidence', owner, 'files')) : undefined;
  // Before the database: what is sealed meanwhile is behind it.
  const head = (await sealedHeadOf(dataDir, owner).read()) ?? (hubsOwn ? null : undefined);
  const stampedWithin = files.timeStamps && day;
  try {
    return await readSnapshot(address, setting, async (database) => {
      const [{ there } = { there: false }] = await database.$queryRawUnsafe<{ there: boolean }[]>("SELECT to_regclass('kernel.preserved_checkpoint') IS NOT NULL AS there");
      if (!there) throw new CommandRefused(`The database of ${owner} has no record of preserved files. Start the hub of this version on it once, or correct ${setting}.`);
      const besides = owner === 'monitoring-center' ? checkCentreChains : undefined;
      return verifyPreservation({ owner, database, jwks, head, namingRows: namingRowsOf[owner] ?? '', kept, roots, stampedWithin, besides });
    });
  } finally {
    kept?.close();
  }
}
