import { prepareDataFolder, readLastPort, readOrMakePassword, refuseOtherVersion, rememberPort } from './data-folder.js';
import { lockFolder } from './folder-lock.js';
import { initialiseCluster } from './initialise-cluster.js';
import { launchPostmaster, type Launch } from './launch-postmaster.js';
import { locateBinaries } from './locate-binaries.js';
import { serverAccount } from './server-account.js';
import { serverAddress } from './server-address.js';
import { turnLog } from './server-log.js';
import { supervisePostmaster } from './supervise-postmaster.js';
import { takeOverPostmaster } from './take-over-postmaster.js';

export type EmbeddedPostgresOptions = {
  /** Where the data, the password and the server's log lie; made when it does not exist. */
  dataDir: string;
  /** Receives what a person may want to know, one line at a time. */
  log?: (line: string) => void;
  /** Called after the server itself had died and runs again on the same port. */
  onRestart?: (restart: { pid: number; port: number }) => void;
  /** False trades safety against a power cut for speed; for tests only. */
  durable?: boolean;
};

export type EmbeddedPostgres = {
  readonly port: number;
  readonly pid: number;
  /** The address of a database of this server, which need not exist yet. */
  urlFor(database: string): string;
  /** Fast shutdown: open transactions are rolled back, clients are disconnected. */
  stop(): Promise<void>;
};

/**
 * Starts the PostgreSQL that came from npm on a data folder, or takes over the one that a killed hub left running there. While
 * it runs, a server that dies is started again on the same port. Throws EmbeddedPostgresError, whose message says what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, log = () => undefined, onRestart = () => undefined, durable = true } = options;
  const account = await serverAccount(dataDir);
  const folder = await prepareDataFolder(dataDir, account);
  const unlock = await lockFolder(folder, account);
  try {
    const binaries = await locateBinaries(folder.dir, account);
    const launch: Launch = { folder, binaries, account, durable, log };
    const cluster = await refuseOtherVersion(folder, binaries.majorVersion);
    const password = await readOrMakePassword(folder, account);
    if (cluster === 'absent') await initialiseCluster(folder, binaries, account, durable);

    const left = await takeOverPostmaster(folder, password);
    if (!left) await turnLog(folder);
    const postmaster = left ?? (await launchPostmaster(launch, { wanted: await readLastPort(folder), must: false }));
    await rememberPort(folder, postmaster.port, account);
    log(`PostgreSQL ${left ? 'was still running' : 'runs'} on 127.0.0.1:${postmaster.port} (process ${postmaster.pid}), its data in ${folder.dir}`);

    const supervised = supervisePostmaster(postmaster, launch, onRestart);
    return {
      port: postmaster.port,
      get pid() {
        return supervised.pid();
      },
      urlFor: (database) => serverAddress(postmaster.port, password, database),
      async stop() {
        await supervised.stop();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}
