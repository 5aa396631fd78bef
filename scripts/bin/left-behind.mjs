import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** The processes, as `{ pid, command }`, that name a folder in their command line or environment or work in it. */
export function leftBehind(folder) {
  return processes().filter(({ pid, traces }) => pid !== process.pid && traces.some((trace) => trace.includes(folder)));
}

function processes() {
  if (!existsSync('/proc/self/cmdline')) {
    const lines = execFileSync('ps', ['-A', '-o', 'pid=,args='], { encoding: 'utf8' }).split('\n');
    return lines.map((line) => {
      const [, pid, command] = /^\s*(\d+) (.*)$/.exec(line) || ['', '0', ''];
      return { pid: Number(pid), command, traces: [command] };
    });
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      const command = attempt(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ');
      const environment = attempt(() => readFileSync(`/proc/${pid}/environ`, 'utf8'));
      return { pid: Number(pid), command, traces: [command, environment, attempt(() => readlinkSync(`/proc/${pid}/cwd`))] };
    });
}

/** A process may end, or belong to another user, while it is looked at. */
function attempt(read) {
  try {
    return read();
  } catch {
    return '';
  }
}
