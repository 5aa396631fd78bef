import { setTimeout as delay } from 'node:timers/promises';
import type { EmbeddedPostgres } from '@hub/prisma/embedded/start-embedded-postgres.js';
import { createMissingDatabases } from '@hub/prisma/migrate/create-missing-databases.js';
import { owners } from '@hub/prisma/owner.js';
import { hubClient } from '../../asking/hub-client.js';
import { startHubProcess } from '../../hub-process.js';
import { recordsCompared, searchFilled } from '../../after-first-start.js';
import { takeThreadStep } from '../../thread/thread-step.js';
import { threadState } from '../../thread/thread-state.js';
import { thread } from '../../thread/thread.js';
import { copyDatabases } from './copy-databases.js';
import { databaseName, databaseVariables, type Databases } from './databases.js';
import { multiplyRecords } from './multiply-records.js';

/** Plans that are walked through the owners by their acts, and the samples of each. */
const walked = { plans: 10, samples: 10 };
/** What arrives by event has arrived then. */
const settled = 3_000;

/**
 * Databases with as many records as are asked for, a set per size: prepared and filled by a hub's own first start (9,818 real
 * recalls, the real listings, the parties), then ten plans of ten samples each walked through all owners by acts, then
 * multiplied in SQL; see multiplyRecords.
 *
 * @returns the sets by size
 */
export async function prepareDatabases(postgres: EmbeddedPostgres, dataDir: string, sizes: readonly number[], say: (line: string) => void): Promise<Map<number, Databases>> {
  const admin = postgres.urlFor('postgres');
  const setOf = (set: string) => Object.fromEntries(owners.map((owner) => [owner, postgres.urlFor(databaseName(set, owner))])) as Databases;
  await createMissingDatabases(admin, owners.map((owner) => databaseName('base', owner)));
  say('A hub starts on empty databases, loads its first data, and walks ten plans through the owners.');
  const hub = await startHubProcess({ dataDir, variables: databaseVariables(setOf('base')) });
  try {
    await walkPlans(hub.url, dataDir);
    await searchFilled(setOf('base').exchange);
    await recordsCompared(setOf('base')['monitoring-center']);
    await delay(settled);
  } finally {
    await hub.stop();
  }
  const sets = new Map<number, Databases>();
  for (const size of sizes) {
    await copyDatabases(admin, 'base', String(size));
    const set = setOf(String(size));
    say(`Records are multiplied to ${size.toLocaleString('en')}.`);
    await multiplyRecords(set, size, walked.plans * walked.samples);
    sets.set(size, set);
  }
  return sets;
}

async function walkPlans(url: string, dataDir: string): Promise<void> {
  const hub = hubClient({ url, dataDir });
  const count = walked.plans * walked.samples;
  const catalogue = await hub.ask({ identity: 'platform-1' }, 'query ($first: Int!) { listings(first: $first) { nodes { itemId } } }', { first: count });
  const items = (catalogue.data?.['listings'] as unknown as { nodes: { itemId: string }[] }).nodes.map(({ itemId }) => itemId);
  for (let plan = 0; plan < walked.plans; plan += 1) {
    const state = threadState(`bench-${plan}`, walked.samples, items.slice(plan * walked.samples, (plan + 1) * walked.samples));
    for (const step of thread) await takeThreadStep(hub, step, state);
  }
}
