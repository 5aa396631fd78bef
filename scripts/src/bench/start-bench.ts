import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startHubProcess } from '../hub-process.js';
import type { Bench } from './bench.js';
import { proportionalMemory } from './proportional-memory.js';

/** How long a hub that has become ready is left alone before its memory is read. */
const settled = 3_000;

/** From nothing to ready: the first start with all data, a later one, and the memory that the hub then takes. */
export const startBench: Bench = {
  name: 'start',
  description: 'first start with all data, later start, memory; both modes',
  async run(tell) {
    for (const separate of [false, true]) {
      const mode = separate ? 'separate processes' : 'one process';
      const folder = await mkdtemp(join(await realpath(tmpdir()), 'hub-bench-'));
      await chmod(folder, 0o755); // as root, PostgreSQL runs under an account that has to reach its data
      try {
        for (const which of ['first start', 'later start']) {
          const hub = await startHubProcess({ dataDir: join(folder, 'data'), separate });
          try {
            tell({ case: `${which}, ${mode}`, subject: 'hub', metric: 'ready after', value: hub.readyAfter / 1000, unit: 's' });
            await delay(settled);
            const memory = await proportionalMemory(hub.pid);
            if (memory !== undefined) tell({ case: `${which}, ${mode}`, subject: 'hub', metric: 'proportional memory', value: memory, unit: 'MB' });
          } finally {
            await hub.stop();
          }
        }
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    }
  },
};
