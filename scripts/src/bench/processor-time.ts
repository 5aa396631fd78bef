import { readFile } from 'node:fs/promises';
import { processesUnder } from './processes-under.js';

/** Clock ticks of proc_pid_stat(5): Linux tells 100 a second, whatever it counts by itself. */
const millisecondsOfTick = 10;

/**
 * Milliseconds of processor time, in the program and in the system, that a process and all its descendants have taken since they began, with those that have ended and were waited for.
 * NaN where the system does not tell.
 *
 * @param counted which of them, by what they call themselves (proc_pid_cmdline(5)); all unless it is given
 */
export async function processorTime(pid: number, counted?: (title: string) => boolean): Promise<number> {
  const all = await processesUnder(pid);
  const titles = counted && (await Promise.all(all.map((each) => readFile(`/proc/${each}/cmdline`, 'utf8').catch(() => ''))));
  const ours = titles ? all.filter((_each, index) => counted(titles[index] ?? '')) : all;
  const ticks = await Promise.all(ours.map(ticksOf));
  return ours.length === 0 ? Number.NaN : ticks.reduce((sum, each) => sum + each, 0) * millisecondsOfTick;
}

async function ticksOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name in brackets may hold blanks; utime, stime, cutime and cstime are the 14th to the 17th of all.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 15).reduce((sum, each) => sum + Number(each), 0);
}
