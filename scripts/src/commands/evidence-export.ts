import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { auditKey } from '@hub/kernel/audit/audit-key.js';
import { fileSettingsOf } from '@hub/kernel/files/file-settings.js';
import { keptFilesOf } from '@hub/kernel/files/kept-files-of.js';
import { keyThumbprint } from '@hub/kernel/identity/key-thumbprint.js';
import { sealedHeadOf } from '@hub/kernel/preservation/preservation.js';
import { settingName } from '@hub/kernel/service/subgraph-environment.js';
import { readSnapshot } from '@hub/prisma/clients/read-snapshot.js';
import type { Owner } from '@hub/prisma/owner.js';
import { auditKeys } from '../audit/audit-keys.js';
import { databaseAddresses } from '../audit/database-addresses.js';
import { CommandRefused } from '../command-refused.js';
import { readEnvironment } from '../environment.js';
import { issuerOf } from '../evidence/issuer-of.js';
import { exportEvidence } from '../evidence/export-evidence.js';
import { namingRowsOf } from '../evidence/naming-rows-of.js';
import { inWords } from '../tell-failure.js';

export interface EvidenceExportOptions {
  readonly to: string;
  readonly owner?: string;
  readonly keys?: string;
}

/** Writes what a row names, with all that proves it, into a folder for others. */
export async function evidenceExport(subject: string, options: EvidenceExportOptions): Promise<void> {
  try {
    await write(subject, options);
  } catch (error) {
    console.error(inWords(error));
    process.exitCode = ['CommandRefused', 'EnvironmentInvalid'].includes((error as Error).name) ? 3 : 2;
  }
}

async function write(subject: string, { to, owner, keys }: EvidenceExportOptions): Promise<void> {
  const environment = readEnvironment();
  const { dataDir, variables } = environment;
  const owners = (Object.keys(namingRowsOf) as Owner[]).filter((each) => owner === undefined || each === owner);
  if (owners.length === 0) throw new CommandRefused(`There is no owner "${owner}" that takes files in. There are: ${Object.keys(namingRowsOf).join(', ')}.`);
  if ((await readdir(to).catch(() => [])).length > 0) throw new CommandRefused(`The folder ${to} is not empty: name one that is, or that is not there yet.`);
  const jwks = await auditKeys(dataDir, keys);
  const key = keys === undefined ? await auditKey(dataDir).key() : undefined;
  const thumbprints = await Promise.all(jwks.keys.map(keyThumbprint));
  const addresses = await databaseAddresses(environment, {});
  await mkdir(to, { recursive: true });
  for (const each of owners) {
    const address = addresses[each];
    if (address === undefined) continue;
    const kept = keptFilesOf(fileSettingsOf(each, variables, issuerOf(environment)), each, join(dataDir, 'evidence', each, 'files'));
    try {
      // Before the database: what is sealed meanwhile is behind it.
      const head = await sealedHeadOf(dataDir, each).read();
      const found = await readSnapshot(address, `DATABASE_URL_${settingName(each)}`, (database) => exportEvidence({ owner: each, subject, database, kept, jwks, key, head, folder: to }));
      if (!found) continue;
      const { entries, files, stamps, notHandedIn } = found;
      console.log(`${to}: ${entries.length} entries, ${files.length} files, ${stamps.length} time stamps${notHandedIn.length > 0 ? `; named and not handed in: ${notHandedIn.join(', ')}` : ''}. README.md says how to check it. Tell whoever is to check it, otherwise than with the folder, the thumbprint of the hub's key: ${thumbprints.join(', ')}`);
      return;
    } finally {
      kept.close();
    }
  }
  throw new CommandRefused(`No act has named files on a row ${subject}, as far as that is on record. Name the row by its id, such as that of an Evidence, and where its owner has a database of its own, set DATABASE_URL_<OWNER>.`);
}
