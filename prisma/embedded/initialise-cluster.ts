import { rename, rm } from 'node:fs/promises';
import type { DataFolder } from './data-folder-places.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import type { Binaries } from './locate-binaries.js';
import type { ServerAccount } from './server-account.js';
import { readLogTail } from './server-log.js';
import { superuser } from './server-settings.js';
import { endOf, spawnServerProgram } from './spawn-server-program.js';

/** Makes the cluster beside its place and moves it there when it is whole: a killed `initdb` leaves nothing half done. */
export async function initialiseCluster(
  folder: DataFolder,
  binaries: Binaries,
  account: ServerAccount | undefined,
  durable: boolean,
): Promise<void> {
  const half = `${folder.cluster}.half`;
  await rm(half, { recursive: true, force: true });
  const log = await readLogTail(folder);
  const child = await spawnServerProgram(
    binaries.initdb,
    [
      `--pgdata=${half}`,
      `--username=${superuser}`,
      `--pwfile=${folder.password}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ],
    folder,
    account,
  );
  child.ref();
  await endOf(child);
  if (child.exitCode !== 0) {
    throw new EmbeddedPostgresError(
      'EMBEDDED_POSTGRES_FAILED',
      `PostgreSQL could not make its data folder ${folder.cluster}: ${await log.since()}. Is the disk full? The whole log is ${folder.log}.`,
    );
  }
  await rename(half, folder.cluster);
}
