import type { Owner } from '@hub/prisma/owner.js';
import { loadInThread } from './load-in-thread.js';
import { missingLoads } from './missing-loads.js';
import { progressDisplay } from './progress-display.js';

export interface LoadOptions {
  /** Folder of the hub's own data. */
  readonly dataDir: string;
  readonly stopping: AbortSignal;
  readonly say: (line: string) => void;
}

/** Loads the first data that has not been loaded yet. @throws LoadFailed */
export async function loadFirstData(databaseUrls: Readonly<Record<Owner, string>>, { dataDir, stopping, say }: LoadOptions): Promise<void> {
  const missing = await missingLoads(databaseUrls);
  if (missing.length === 0 || stopping.aborted) return;
  const display = progressDisplay(process.stderr, say);
  try {
    await loadInThread({ databaseUrls, dataDir, missing }, display, stopping);
  } finally {
    display.stop();
  }
}
