import { readdir, readFile } from 'node:fs/promises';

/** A process and all its descendants, as far as the system tells: where it has no /proc, none. */
export async function processesUnder(pid: number): Promise<number[]> {
  const parents = await parentsOfAll();
  const isOurs = (process: number): boolean => process === pid || (parents.has(process) && isOurs(parents.get(process) ?? 0));
  return [...parents.keys()].filter(isOurs);
}

async function parentsOfAll(): Promise<Map<number, number>> {
  const names = await readdir('/proc').catch(() => [] as string[]);
  const parents = new Map<number, number>();
  for (const name of names.filter((each) => /^\d+$/.test(each))) {
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    const parent = / \S+ (\d+)/.exec(stat.slice(stat.lastIndexOf(')')))?.[1];
    if (parent) parents.set(Number(name), Number(parent));
  }
  return parents;
}
