import { execFile } from 'node:child_process';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { serverAddress } from '@hub/prisma/embedded/server-address.js';
import type { Owner } from '@hub/prisma/owner.js';
import { inject } from 'vitest';
import { startHubProcess } from '../../src/hub-process.js';
import { searchFilled } from '../../src/after-first-start.js';
import { databaseName } from '../../src/start/database-name.js';
import './started-hub.js';

// Waited for while a test file is loaded, for it takes longer than a hook may.
const started = await startedHub(inject('startedHub'));

/**
 * Copies into a folder that does not exist yet the data of a hub that has started, loaded its first data, filled its search with
 * that, and was stopped: loading and filling take the most of a first start, and go on long after it. Other tests are about them
 * (whole-hub.test.ts, search.test.ts).
 */
export async function copyStartedHub(dataDir: string): Promise<void> {
  await promisify(execFile)('cp', ['-a', started, dataDir]);
  // Several copies at once would all want it again.
  await rm(join(dataDir, 'postgres', 'port'));
}

/** The address of an owner's database on the embedded server of a hub that runs. */
export async function embeddedDatabase(dataDir: string, owner: Owner): Promise<string> {
  const kept = (name: string) => readFile(join(dataDir, 'postgres', name), 'utf8').then((text) => text.trim());
  return serverAddress(Number(await kept('port')), await kept('password'), databaseName(owner));
}

/** The data of the one hub of this test run, which the first who asks starts. */
async function startedHub(folder: string): Promise<string> {
  const data = join(folder, 'data');
  const outcome = join(folder, 'outcome');
  const first = await mkdir(join(folder, 'taken')).then(
    () => true,
    () => false,
  );
  // Told at once by its name: whoever waits never reads half of it.
  if (first) await writeFile(`${outcome}.half`, await startOnce(data).then(() => '', String)).then(() => rename(`${outcome}.half`, outcome));
  // Whoever began may be killed, and nothing else bounds what is waited for while a file is loaded.
  for (const until = Date.now() + 1_500_000; ; await delay(100)) {
    if (Date.now() > until) throw new Error('The hub to copy did not come up in 25 minutes.');
    const failure = await readFile(outcome, 'utf8').catch(() => undefined);
    if (failure) throw new Error(failure);
    if (failure === '') return data;
  }
}

async function startOnce(dataDir: string): Promise<void> {
  const hub = await startHubProcess({ dataDir, variables: { LOG_LEVEL: 'warn' }, readyWithin: 300_000 });
  const [filled] = await Promise.allSettled([embeddedDatabase(dataDir, 'exchange').then(searchFilled)]);
  const code = await hub.stop();
  if (filled.status === 'rejected') throw filled.reason;
  if (code !== 0) throw new Error(`The hub to copy ended with ${code}:\n${hub.output().stderr}`);
}
