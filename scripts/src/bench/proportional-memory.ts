import { readFile } from 'node:fs/promises';
import { processesUnder } from './processes-under.js';

/**
 * Megabytes that a process and all its descendants take; what several of them use together counts once, shared out
 * (Pss in proc_pid_smaps(5)). Undefined where the system does not tell.
 */
export async function proportionalMemory(pid: number): Promise<number | undefined> {
  const ours = await processesUnder(pid);
  if (ours.length === 0) return undefined;
  const kilobytes = await Promise.all(ours.map(pssOf));
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1024;
}

async function pssOf(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0);
}
