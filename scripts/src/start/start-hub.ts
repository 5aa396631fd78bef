import { createDevelopmentIssuer } from '@hub/kernel/identity/development-issuer.js';
import { readSubgraphEnvironment } from '@hub/kernel/service/subgraph-environment.js';
import { owners, type Owner } from '@hub/prisma/owner.js';
import type { HubEnvironment } from '../environment.js';
import { loadFirstData } from '../load/load-first-data.js';
import { findRunningHub, noteRunningHub } from '../running-hub.js';
import { allOrFirstFailure } from './all-or-first-failure.js';
import { choosePorts, loopback, type Ports } from './choose-ports.js';
import { keptSecret } from './kept-secret.js';
import { openDataFolder } from './open-data-folder.js';
import { serviceVariables, type Plan, type ServiceName } from './plan.js';
import { prepareDatabases } from './prepare-databases.js';
import type { ServiceRunner } from './service-runner.js';
import { Teardown } from './teardown.js';
import { waitUntilReady } from './wait-until-ready.js';

export interface StartOptions {
  readonly runner: ServiceRunner;
  /** Aborted when the hub is to stop; a start under way ends after the step it is at. */
  readonly stopping: AbortSignal;
  /** Told what a person may want to know, one line at a time. */
  readonly say: (line: string) => void;
}

/** A hub that is ready. */
export interface Hub {
  readonly url: string;
  readonly subgraphs: Readonly<Record<Owner, string>>;
  /** Gateway first, then the subgraphs, then PostgreSQL. @returns what did not end as it should */
  stop(): Promise<string[]>;
}

const portsFreeWithin = 5_000;

/** Starts the whole hub and waits until it is ready; where that fails, ends what was begun and throws. */
export async function startHub(environment: HubEnvironment, options: StartOptions): Promise<Hub> {
  const teardown = new Teardown();
  try {
    return await startStepByStep(environment, options, teardown);
  } catch (error) {
    (await teardown.run()).forEach(options.say);
    throw error;
  }
}

async function startStepByStep(environment: HubEnvironment, options: StartOptions, teardown: Teardown): Promise<Hub> {
  const { runner, stopping, say } = options;
  const { dataDir, host, oidcIssuer } = environment;
  const release = await openDataFolder(dataDir);
  teardown.add('The lock on the data', release);
  // A note that is still there is from a hub that was killed; its children are about to end.
  const killed = await findRunningHub(dataDir);
  const ports = await choosePorts(host, environment.port, killed ? portsFreeWithin : 0);
  const maskKey = environment.maskKey ?? (await keptSecret(dataDir, 'mask-key'));
  const prospect = { environment, ports, maskKey };
  proveSettings(prospect);
  if (!oidcIssuer) await createDevelopmentIssuer(dataDir);

  // PostgreSQL, another process, comes up while the code of the services is loaded.
  const databaseUrls = await prepareDatabases(environment, { teardown, say, onAtWork: runner.prepare }).finally(() =>
    teardown.add('The services', runner.stop),
  );
  stopping.throwIfAborted();
  await startServices({ ...prospect, databaseUrls }, runner, loadFirstData(databaseUrls, { stopping, say }));
  stopping.throwIfAborted();
  const url = `http://${reachable(host)}:${ports.gateway}`;
  await waitUntilReady(url, stopping, say);
  const subgraphs = subgraphUrls(ports);
  teardown.add('The note of the running hub', await noteRunningHub(dataDir, { pid: process.pid, url, subgraphs }));
  return { url, subgraphs, stop: () => teardown.run() };
}

/** Starts the subgraphs side by side while first data are loaded; the gateway when the data are there, and the registry to give it the supergraph. */
async function startServices(plan: Plan, runner: ServiceRunner, firstData: Promise<void>): Promise<void> {
  const start = (name: ServiceName) => runner.start(name, serviceVariables(plan, name));
  const registry = start('registry');
  const others = owners.filter((owner) => owner !== 'registry').map(start);
  const gateway = Promise.all([registry, firstData]).then(() => start('gateway'));
  await allOrFirstFailure([firstData, registry, ...others, gateway]);
}

/** Reads the settings of a subgraph as it will read them, so that a wrong one is told before anything is started. */
function proveSettings(prospect: Omit<Plan, 'databaseUrls'>): void {
  const databaseUrls = Object.fromEntries(owners.map((owner) => [owner, 'postgresql://127.0.0.1'])) as Record<Owner, string>;
  for (const owner of owners) readSubgraphEnvironment(owner, serviceVariables({ ...prospect, databaseUrls }, owner));
}

function subgraphUrls(ports: Ports): Record<Owner, string> {
  return Object.fromEntries(owners.map((owner) => [owner, `http://${loopback}:${ports.subgraphs[owner]}`])) as Record<Owner, string>;
}

/** An address to paste: a gateway that listens everywhere is reached here too. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return loopback;
  return host.includes(':') ? `[${host}]` : host;
}
