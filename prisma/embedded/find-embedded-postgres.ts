import { readFile, realpath } from 'node:fs/promises';
import { dataFolderAt } from './data-folder-places.js';
import { findRunningPostmaster } from './postmaster-pid.js';
import { serverAddress } from './server-address.js';
import type { EmbeddedPostgres } from './start-embedded-postgres.js';

/**
 * The server that runs on a data folder, whoever started it; undefined when none does. For tools that work beside a running
 * hub: it is not theirs to stop.
 */
export async function findEmbeddedPostgres(dataDir: string): Promise<Pick<EmbeddedPostgres, 'pid' | 'port' | 'urlFor'> | undefined> {
  const dir = await realpath(dataDir).catch(() => undefined);
  if (dir === undefined) return undefined;
  const folder = dataFolderAt(dir);
  const running = await findRunningPostmaster(folder.cluster);
  if (!running?.ready) return undefined;
  const password = (await readFile(folder.password, 'utf8')).trim();
  return { pid: running.pid, port: running.port, urlFor: (database) => serverAddress(running.port, password, database) };
}
