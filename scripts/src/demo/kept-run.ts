import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandRefused } from '../command-refused.js';
import { emptyStory, type Story } from './story.js';

/** What was done in a step, as it was told. */
export interface StepDone {
  readonly key: string;
  readonly at: string;
  readonly lines: readonly string[];
}

/** A run of the demo as it is kept with the hub's data, so that one that was killed goes on. */
export interface Run {
  readonly name: string;
  readonly begunAt: string;
  finishedAt?: string;
  readonly story: Story;
  readonly done: StepDone[];
  /** The step that was begun last: its acts carry this time, and the same keys, however often they are asked for. */
  underWay?: { readonly key: string; readonly at: string };
}

const folderOf = (dataDir: string) => join(dataDir, 'demo');

/** The run of that name; without a name the one that was not finished, or a new one. @throws CommandRefused */
export async function openRun(dataDir: string, name: string | undefined): Promise<Run> {
  if (name !== undefined && !/^[a-z0-9][a-z0-9-]{0,30}$/.test(name)) {
    throw new CommandRefused(`A run cannot be called "${name}"; right would be lower case, digits and hyphens, such as spring-2.`);
  }
  const runs = await runsOf(dataDir);
  const kept = name === undefined ? runs.findLast(({ finishedAt }) => finishedAt === undefined) : runs.find((run) => run.name === name);
  if (kept) return kept;
  const newName = name ?? freeName(runs);
  return { name: newName, begunAt: new Date().toISOString(), story: emptyStory(newName), done: [] };
}

/** Writes a run down whole or not at all. */
export async function keepRun(dataDir: string, run: Run): Promise<void> {
  await mkdir(folderOf(dataDir), { recursive: true });
  const path = join(folderOf(dataDir), `${run.name}.json`);
  const draft = `${path}.${process.pid}`;
  const file = await open(draft, 'w');
  await file.writeFile(JSON.stringify(run, null, 1));
  await file.sync();
  await file.close();
  await rename(draft, path);
}

async function runsOf(dataDir: string): Promise<Run[]> {
  const files = (await readdir(folderOf(dataDir)).catch(() => [])).filter((file) => file.endsWith('.json'));
  const runs = await Promise.all(files.map(async (file) => JSON.parse(await readFile(join(folderOf(dataDir), file), 'utf8')) as Run));
  return runs.sort((one, other) => one.begunAt.localeCompare(other.begunAt));
}

function freeName(runs: readonly Run[]): string {
  for (let number = runs.length + 1; ; number += 1) if (!runs.some(({ name }) => name === `demo-${number}`)) return `demo-${number}`;
}
