import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a running hub listens, for commands that work beside it. */
export interface RunningHub {
  readonly pid: number;
  readonly url: string;
  readonly subgraphs: Readonly<Record<string, string>>;
}

const fileIn = (dataDir: string) => join(dataDir, 'running.json');

/** Notes beside the data where the hub listens; returns what takes the note away. */
export async function noteRunningHub(dataDir: string, hub: RunningHub): Promise<() => Promise<void>> {
  await writeFile(fileIn(dataDir), JSON.stringify(hub));
  return () => rm(fileIn(dataDir), { force: true });
}

/** What the last hub that became ready noted; one that was killed left its note, so ask whether it answers. */
export async function findRunningHub(dataDir: string): Promise<RunningHub | undefined> {
  const text = await readFile(fileIn(dataDir), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as RunningHub);
}
