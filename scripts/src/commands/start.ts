import { CommandRefused } from '../command-refused.js';
import { readEnvironment, type HubEnvironment } from '../environment.js';
import { runnerOfMode } from '../start/runner-of-mode.js';

/** npm passes Ctrl-C on to a program that has had it from the terminal already: what comes so soon is the same key. */
const sameKey = 500;

/** Runs the hub until it is told to stop; ends the process with exit code 0, or 1 where it could not start. */
export async function start({ separate }: { readonly separate: boolean }): Promise<void> {
  const say = (line: string) => console.error(line);
  const stopping = new AbortController();
  let toldAt = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      const now = Date.now();
      if (toldAt === 0) {
        toldAt = now;
        say('\nStopping; Ctrl-C again stops at once.');
        stopping.abort();
      } else if (now - toldAt > sameKey) {
        process.exit(130);
      }
    });
  }

  const environment: HubEnvironment = readEnvironment();
  const runner = runnerOfMode({ separate, say });
  runner.prepare();
  // Loaded while the runner's threads load what they run.
  const [{ startHub }, { banner }] = await Promise.all([import('../start/start-hub.js'), import('../start/banner.js')]);
  try {
    const hub = await startHub(environment, { runner, stopping: stopping.signal, say });
    console.log(await banner(hub, environment));
    await new Promise((resolve) => (stopping.signal.aborted ? resolve(undefined) : stopping.signal.addEventListener('abort', resolve)));
    const failures = await hub.stop();
    if (failures.length > 0) throw new CommandRefused(failures.join('\n'));
  } catch (error) {
    // What fails because it was interrupted is no failure.
    if (!stopping.signal.aborted || error instanceof CommandRefused) throw error;
  }
  say('Stopped. The data stays where it is; the next start goes on with it.');
  process.exit(0);
}
