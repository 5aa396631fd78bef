import { CommandRefused } from '../command-refused.js';
import { readEnvironment } from '../environment.js';
import { findRunningHub } from '../running-hub.js';

/** Prints how the hub on HUB_DATA_DIR is, service by service. */
export async function status(): Promise<void> {
  const { dataDir } = readEnvironment();
  const hub = await findRunningHub(dataDir);
  if (!hub) throw new CommandRefused(`No hub is running on ${dataDir}. Start one (npm start), or set HUB_DATA_DIR to its folder.`);
  const services = Object.entries({ gateway: hub.url, ...hub.subgraphs });
  const states = await Promise.all(services.map(async ([name, url]) => ({ name, url, ...(await stateOf(url)) })));
  for (const { name, url, state, warnings } of states) {
    console.log(`${name.padEnd(18)} ${url.padEnd(24)} ${state}`);
    for (const warning of warnings) console.log(`${''.padEnd(18)} warning: ${warning}`);
  }
  if (states.some(({ state }) => state !== 'ready')) process.exitCode = 1;
}

interface State {
  readonly state: string;
  /** What does not get on although the service is ready. */
  readonly warnings: readonly string[];
}

async function stateOf(url: string): Promise<State> {
  try {
    const answer = await fetch(new URL('/health/ready', url), { signal: AbortSignal.timeout(5_000) });
    const { hindrances, warnings } = (await answer.json()) as { hindrances?: Readonly<Record<string, string>>; warnings?: Readonly<Record<string, string>> };
    return { state: answer.status === 200 ? 'ready' : `not ready: ${inWords(hindrances).join('; ')}`, warnings: inWords(warnings) };
  } catch {
    return { state: 'does not answer', warnings: [] };
  }
}

function inWords(parts: Readonly<Record<string, string>> = {}): readonly string[] {
  return Object.entries(parts).map(([what, why]) => `${what}: ${why}`);
}
