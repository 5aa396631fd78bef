import { CommandRefused } from '../command-refused.js';
import { readEnvironment } from '../environment.js';
import { findRunningHub } from '../running-hub.js';

/** Prints how the hub on HUB_DATA_DIR is, service by service. */
export async function status(): Promise<void> {
  const { dataDir } = readEnvironment();
  const hub = await findRunningHub(dataDir);
  if (!hub) throw new CommandRefused(`No hub is running on ${dataDir}. Start one (npm start), or set HUB_DATA_DIR to its folder.`);
  const services = Object.entries({ gateway: hub.url, ...hub.subgraphs });
  const states = await Promise.all(services.map(async ([name, url]) => ({ name, url, state: await stateOf(url) })));
  for (const { name, url, state } of states) console.log(`${name.padEnd(18)} ${url.padEnd(24)} ${state}`);
  if (states.some(({ state }) => state !== 'ready')) process.exitCode = 1;
}

async function stateOf(url: string): Promise<string> {
  try {
    const answer = await fetch(new URL('/health/ready', url), { signal: AbortSignal.timeout(5_000) });
    const { hindrances = {} } = (await answer.json()) as { hindrances?: Readonly<Record<string, string>> };
    return answer.status === 200 ? 'ready' : `not ready: ${Object.entries(hindrances).map(([what, why]) => `${what}: ${why}`).join('; ')}`;
  } catch {
    return 'does not answer';
  }
}
