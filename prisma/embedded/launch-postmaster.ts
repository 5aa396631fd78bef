import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import type { DataFolder } from './data-folder-places.js';
import type { Binaries } from './locate-binaries.js';
import { readPostmasterPid } from './postmaster-pid.js';
import type { ServerAccount } from './server-account.js';
import { readLogTail } from './server-log.js';
import { endOf, spawnServerProgram } from './spawn-server-program.js';
import { serverSettings } from './server-settings.js';

export type Launch = {
  folder: DataFolder;
  binaries: Binaries;
  account: ServerAccount | undefined;
  durable: boolean;
  log(line: string): void;
};

/** `gone` is fulfilled when the process has ended. */
export type RunningPostmaster = { pid: number; port: number; gone: Promise<void> };

/** How long the workers of a killed postmaster may take to notice that it is gone. */
const patience = 60_000;

/** Starts the server, on `port` when it must be that one, and waits until it accepts connections. */
export async function launchPostmaster(launch: Launch, port: { wanted: number | undefined; must: boolean }): Promise<RunningPostmaster> {
  const deadline = Date.now() + patience;
  let next = port.wanted;
  for (;;) {
    const chosen = next ?? (await freePort());
    const log = await readLogTail(launch.folder);
    const child = await spawnServerProgram(launch.binaries.postgres, argumentsFor(launch, chosen), launch.folder, launch.account);
    if (await becomesReady(child, launch)) return { pid: child.pid ?? 0, port: chosen, gone: endOf(child) };

    const words = await log.since();
    const portTaken = /could not bind|Address already in use|could not create any TCP\/IP sockets/.test(words);
    const lastOnesDying = /pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(words);
    if (!(portTaken || lastOnesDying) || Date.now() > deadline) {
      throw new EmbeddedPostgresError(
        'EMBEDDED_POSTGRES_FAILED',
        `PostgreSQL did not start: ${words}. The whole log is ${launch.folder.log}.`,
      );
    }
    if (portTaken && !port.must) next = undefined;
    else await delay(200);
  }
}

/** Asks the system for a loopback port that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('a TCP listener has an address and a port');
  return address.port;
}

function argumentsFor({ folder, durable }: Launch, port: number): string[] {
  const settings = Object.entries(serverSettings(port, durable));
  return ['-D', folder.cluster, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/** As pg_ctl does: the server writes "ready" into its lock file. Recovery after a crash may take a while. */
async function becomesReady(child: ChildProcess, { folder, log }: Launch): Promise<boolean> {
  child.ref();
  let ended = false;
  void endOf(child).then(() => (ended = true));
  for (let waited = 0; !ended; waited += 15) {
    const postmaster = await readPostmasterPid(folder.cluster);
    if (postmaster?.pid === child.pid && postmaster?.ready) {
      child.unref();
      return true;
    }
    if (waited > 0 && waited % 15_000 === 0) log(`PostgreSQL is still starting (recovering after a crash?); its log is ${folder.log}`);
    await delay(15);
  }
  return false;
}
