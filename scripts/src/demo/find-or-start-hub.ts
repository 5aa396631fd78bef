import { resolve } from 'node:path';
import { CommandRefused } from '../command-refused.js';
import { readEnvironment } from '../environment.js';
import { findRunningHub } from '../running-hub.js';
import { runnerOfMode } from '../start/runner-of-mode.js';
import { startHub } from '../start/start-hub.js';

/** The hub that the demo is walked on. */
export interface DemoHub {
  readonly url: string;
  readonly dataDir: string;
  /** Whether it was there already. */
  readonly found: boolean;
  /** Stops it where the demo started it. @returns what did not end as it should */
  stop(): Promise<string[]>;
}

export interface FindOrStartOptions {
  readonly separate: boolean;
  readonly stopping: AbortSignal;
  readonly say: (line: string) => void;
}

/** Where the demo keeps the data of a hub that it starts itself, unless HUB_DATA_DIR says otherwise. */
const ownFolder = '.hub-demo';

/** The hub that runs on HUB_DATA_DIR, or one that is started for the demo on a folder of its own. @throws CommandRefused */
export async function findOrStartHub({ separate, stopping, say }: FindOrStartOptions): Promise<DemoHub> {
  const environment = readEnvironment();
  if (environment.oidcIssuer) {
    throw new CommandRefused(`OIDC_ISSUER is set: tokens come from ${environment.oidcIssuer}, and the demo needs those of the development issuer. Unset it.`);
  }
  const told = environment.variables['HUB_DATA_DIR'] !== undefined;
  for (const dataDir of told ? [environment.dataDir] : [environment.dataDir, resolve(ownFolder)]) {
    const running = await findRunningHub(dataDir);
    if (running && (await isReady(running.url))) return { url: running.url, dataDir, found: true, stop: async () => [] };
  }
  const dataDir = told ? environment.dataDir : resolve(ownFolder);
  say(`No hub runs on ${environment.dataDir}; one is started on ${dataDir} for the demo.`);
  // Any free port: whoever starts a hub meanwhile keeps the usual one.
  const hub = await startHub({ ...environment, port: 0, dataDir }, { runner: runnerOfMode({ separate, say }), stopping, say });
  return { url: hub.url, dataDir, found: false, stop: () => hub.stop() };
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(new URL('/health/ready', url), { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
  await answer?.body?.cancel();
  return answer?.status === 200;
}
