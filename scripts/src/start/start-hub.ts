import { existsSync } from 'node:fs';
import { keptSupergraphFile } from '@hub/gateway/supergraph/kept-supergraph-file.js';
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
import { gatewayVariables, subgraphVariables, type Plan } from './plan.js';
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
    (await endAll(options.runner, teardown)).forEach(options.say);
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
  const plan = { environment, ports, maskKey };
  proveSettings(plan);
  if (!oidcIssuer) await createDevelopmentIssuer(dataDir);

  const startGateway = () => runner.start('gateway', gatewayVariables(plan));
  // One that keeps a supergraph needs nobody; it is ready when the registry has said that this is in force.
  const keepsSupergraph = () => existsSync(keptSupergraphFile(dataDir, environment.variables['SUPERGRAPH_VARIANT']));
  const early = keepsSupergraph() ? startGateway() : undefined;
  early?.catch(() => 'whoever waits for it below is told');
  const databaseUrls = await prepareDatabases(environment, { teardown, say });
  stopping.throwIfAborted();
  const start = (owner: Owner) => runner.start(owner, subgraphVariables(plan, owner, databaseUrls[owner]));
  const registry = start('registry');
  const late = () => registry.then(startGateway);
  // What was kept may be of no use, as from another version; then it is gone.
  const gateway = early?.catch((error: unknown) => (keepsSupergraph() ? Promise.reject(error) : late())) ?? late();
  // The others when they have something to serve.
  const others = (environment.demoData ? loadFirstData(databaseUrls, { dataDir, stopping, say }) : Promise.resolve()).then(() => {
    stopping.throwIfAborted();
    return allOrFirstFailure(owners.filter((owner) => owner !== 'registry').map(start));
  });
  await allOrFirstFailure<unknown>([registry, gateway, others]);
  stopping.throwIfAborted();
  const url = `http://${reachable(host)}:${ports.gateway}`;
  await waitUntilReady(url, stopping, say);
  runner.giveBackMemory();
  const subgraphs = subgraphUrls(ports);
  teardown.add('The note of the running hub', await noteRunningHub(dataDir, { pid: process.pid, url, subgraphs }));
  return { url, subgraphs, stop: () => endAll(runner, teardown) };
}

/** The services first, then what they stand on. */
async function endAll(runner: ServiceRunner, teardown: Teardown): Promise<string[]> {
  return [...(await runner.stop()), ...(await teardown.run())];
}

/** Reads the settings of a subgraph as it will read them, so that a wrong one is told before anything is started. */
function proveSettings(plan: Plan): void {
  for (const owner of owners) readSubgraphEnvironment(owner, subgraphVariables(plan, owner, 'postgresql://127.0.0.1'));
}

function subgraphUrls(ports: Ports): Record<Owner, string> {
  return Object.fromEntries(owners.map((owner) => [owner, `http://${loopback}:${ports.subgraphs[owner]}`])) as Record<Owner, string>;
}

/** An address to paste: a gateway that listens everywhere is reached here too. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return loopback;
  return host.includes(':') ? `[${host}]` : host;
}
