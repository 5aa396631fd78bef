import { openConnection } from '@hub/prisma/migrate/open-connection.js';
import { owners, type Owner } from '@hub/prisma/owner.js';
import { allOrFirstFailure } from '../start/all-or-first-failure.js';
import type { Load } from './load.js';
import { loads } from './loads.js';
import type { LoadThreadData } from './load-thread-messages.js';
import type { ProgressDisplay } from './progress-display.js';

/** Loads what is missing, owners side by side. A load that is cut off is not noted, and goes on at the next start. */
export async function loadMissing(
  { databaseUrls, dataDir, missing }: LoadThreadData,
  begin: ProgressDisplay['begin'],
  stopping: AbortSignal,
): Promise<void> {
  const fingerprints = new Map(missing.map(({ name, fingerprint }) => [name, fingerprint]));
  const loadOwner = async (owner: Owner) => {
    for (const load of loads.filter(({ owner: of }) => of === owner)) {
      const fingerprint = fingerprints.get(load.name);
      if (fingerprint === undefined || stopping.aborted) continue;
      const bar = begin(load.title);
      const summary = await load.run(databaseUrls[owner], bar.update, stopping, dataDir);
      if (stopping.aborted) return;
      await note(databaseUrls[owner], load, fingerprint, summary);
      bar.end(summary);
    }
  };
  await allOrFirstFailure(owners.map(loadOwner));
}

async function note(url: string, { name }: Load, fingerprint: string, summary: string): Promise<void> {
  const client = await openConnection(url, 'DATABASE_URL_<OWNER>');
  try {
    await client.query(
      `INSERT INTO kernel.loaded_data (name, fingerprint, summary) VALUES ($1, $2, $3)
       ON CONFLICT (name) DO UPDATE SET fingerprint = excluded.fingerprint, summary = excluded.summary, loaded_at = now()`,
      [name, fingerprint, summary],
    );
  } finally {
    await client.end();
  }
}
