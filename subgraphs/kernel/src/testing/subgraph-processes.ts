import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { settingName, type SubgraphEnvironment } from '../service/subgraph-environment.js';

/** Processes of a subgraph beside the one under test, on the same database, to be killed: by the test, or by `killAll` in afterAll. */
export class SubgraphProcesses {
  readonly #main: string;
  readonly #running = new Set<ChildProcess>();

  /** @param main path of the built main.js */
  constructor(main: string) {
    this.#main = main;
  }

  /** Starts one more, with settings of its own, and waits until it listens. */
  async start({ variables, owner, peers }: SubgraphEnvironment, own: Readonly<Record<string, string>> = {}): Promise<{ readonly child: ChildProcess; readonly url: string }> {
    const urls = Object.entries(peers).map(([peer, url]) => [`URL_${settingName(peer)}`, url]);
    const child = spawn(process.execPath, ['--enable-source-maps', this.#main], {
      env: { ...Object.fromEntries(urls), ...variables, [`PORT_${settingName(owner)}`]: '0', ...own },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#running.add(child);
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    return { child, url: (JSON.parse(line.toString()) as { url: string }).url };
  }

  /** Ends one at once (SIGKILL), unless it has ended. */
  async kill(child: ChildProcess): Promise<void> {
    this.#running.delete(child);
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  async killAll(): Promise<void> {
    for (const child of this.#running) await this.kill(child);
  }
}
