import { readdir, readFile } from 'node:fs/promises';

/**
 * Megabytes that a process and all its descendants take; what several of them use together counts once, shared out
 * (Pss in proc_pid_smaps(5)). Undefined where the system does not tell.
 */
export async function proportionalMemory(pid: number): Promise<number | undefined> {
  const parents = await parentsOfAll();
  if (parents.size === 0) return undefined;
  const isOurs = (process: number): boolean => process === pid || (parents.has(process) && isOurs(parents.get(process) ?? 0));
  const ours = [...parents.keys()].filter(isOurs);
  const kilobytes = await Promise.all(ours.map(pssOf));
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1024;
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

async function pssOf(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0);
}
