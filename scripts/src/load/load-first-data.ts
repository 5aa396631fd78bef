import { openConnection } from '@hub/prisma/migrate/open-connection.js';
import { owners, type Owner } from '@hub/prisma/owner.js';
import { allOrFirstFailure } from '../start/all-or-first-failure.js';
import type { Load } from './load.js';
import { loads } from './loads.js';
import { progressDisplay, type ProgressDisplay } from './progress-display.js';

export interface LoadOptions {
  readonly stopping: AbortSignal;
  readonly say: (line: string) => void;
}

/**
 * Loads the first data that has not been loaded yet, owners side by side. What was loaded whole is noted in the owner's
 * own database, in its `kernel.loaded_data`; a load that was cut off is not, and goes on at the next start.
 */
export async function loadFirstData(databaseUrls: Readonly<Record<Owner, string>>, { stopping, say }: LoadOptions): Promise<void> {
  const display = progressDisplay(process.stderr, say);
  try {
    await allOrFirstFailure(owners.map((owner) => loadOwner(databaseUrls[owner], loads.filter((load) => load.owner === owner), display, stopping)));
  } finally {
    display.stop();
  }
}

async function loadOwner(url: string, ofOwner: readonly Load[], display: ProgressDisplay, stopping: AbortSignal): Promise<void> {
  if (ofOwner.length === 0) return;
  const client = await openConnection(url, 'DATABASE_URL_<OWNER>');
  try {
    const { rows } = await client.query<{ name: string; fingerprint: string }>('SELECT name, fingerprint FROM kernel.loaded_data');
    const loaded = new Map(rows.map((row) => [row.name, row.fingerprint]));
    for (const load of ofOwner) {
      const fingerprint = await load.fingerprint();
      if (stopping.aborted || loaded.get(load.name) === fingerprint) continue;
      const bar = display.begin(load.title);
      const summary = await load.run(url, bar.update, stopping);
      if (stopping.aborted) return;
      await client.query(
        `INSERT INTO kernel.loaded_data (name, fingerprint, summary) VALUES ($1, $2, $3)
         ON CONFLICT (name) DO UPDATE SET fingerprint = excluded.fingerprint, summary = excluded.summary, loaded_at = now()`,
        [load.name, fingerprint, summary],
      );
      bar.end(summary);
    }
  } finally {
    await client.end();
  }
}
