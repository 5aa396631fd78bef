import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import type { DataFolder } from './data-folder-places.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import type { RunningPostmaster } from './launch-postmaster.js';
import { findRunningPostmaster } from './postmaster-pid.js';
import { isPostmasterOf } from './processes.js';
import { serverAddress } from './server-address.js';

/** How long a server that was left running may take to finish its recovery or its shutdown. */
const patience = 60_000;

/** Takes over the server that a killed hub left running on this folder; undefined when there is none. */
export async function takeOverPostmaster(folder: DataFolder, password: string): Promise<RunningPostmaster | undefined> {
  let refusal: unknown;
  for (const deadline = Date.now() + patience; Date.now() < deadline; await delay(50)) {
    const found = await findRunningPostmaster(folder.cluster);
    if (!found) return undefined;
    if (!found.ready) continue;
    refusal = await tryToConnect(serverAddress(found.port, password, 'postgres'));
    if (refusal === undefined) return { pid: found.pid, port: found.port, gone: watch(folder.cluster, found.pid) };
    // 28P01: the file "password" is not this server's; waiting changes nothing.
    if ((refusal as { code?: string }).code === '28P01') break;
  }
  throw new EmbeddedPostgresError(
    'EMBEDDED_POSTGRES_FAILED',
    `A PostgreSQL from an earlier start runs on ${folder.dir} and does not let us in. End the process in the first line of ${folder.cluster}/postmaster.pid and start again; its log is ${folder.log}.`,
    { cause: refusal },
  );
}

async function tryToConnect(connectionString: string): Promise<unknown> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return undefined;
  } catch (error) {
    return error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** It is not our child, so nobody tells us when it ends. */
async function watch(cluster: string, pid: number): Promise<void> {
  while (await isPostmasterOf(cluster, pid)) await delay(250, undefined, { ref: false });
}
