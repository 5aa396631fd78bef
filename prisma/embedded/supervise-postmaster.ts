import { setTimeout as delay } from 'node:timers/promises';
import { launchPostmaster, type Launch, type RunningPostmaster } from './launch-postmaster.js';
import { stopPostmaster } from './stop-postmaster.js';

/** Starts the server again, on the same port, whenever it dies; until it is stopped. */
export function supervisePostmaster(
  first: RunningPostmaster,
  launch: Launch,
  onRestart: (restart: { pid: number; port: number }) => void,
): { pid(): number; stop(): Promise<void> } {
  let current = first;
  let stopping = false;
  let restarting: Promise<void> = Promise.resolve();

  const watch = async () => {
    const watched = current;
    await watched.gone;
    if (!stopping) restarting = restart();
  };
  const restart = async () => {
    launch.log(`PostgreSQL (process ${current.pid}) ended unexpectedly and is being started again; its log is ${launch.folder.log}`);
    for (let attempt = 1; !stopping; attempt += 1) {
      try {
        current = await launchPostmaster(launch, { wanted: first.port, must: true });
        void watch();
        launch.log(`PostgreSQL runs again on 127.0.0.1:${current.port} (process ${current.pid})`);
        return onRestart({ pid: current.pid, port: current.port });
      } catch (error) {
        launch.log(`${(error as Error).message} Trying again (attempt ${attempt}).`);
        await delay(Math.min(attempt, 10) * 500);
      }
    }
  };
  // A hub that ends without a word (an uncaught exception, process.exit) takes its server along.
  const lastWord = () => {
    try {
      process.kill(current.pid, 'SIGINT');
    } catch {
      // gone already
    }
  };

  process.once('exit', lastWord);
  void watch();
  return {
    pid: () => current.pid,
    async stop() {
      stopping = true;
      process.off('exit', lastWord);
      await restarting;
      await stopPostmaster(launch.folder.cluster, current.pid);
    },
  };
}
