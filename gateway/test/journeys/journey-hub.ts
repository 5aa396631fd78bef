import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { delegationHeader } from '@hub/kernel/identity/authenticate.js';
import { mintUserToken } from '@hub/kernel/identity/development-issuer.js';
import { laterYears } from '@hub/kernel/testing/later-years.js';
import { request } from 'undici';
import type { AskedHub, Asker, GraphqlAnswer } from '../../../scripts/src/asking/asked-hub.js';
import { startHubProcess, type HubProcess } from '../../../scripts/src/hub-process.js';
import { runHub } from '../../../scripts/test/start/run-hub.js';
import { copyStartedHub } from '../../../scripts/test/start/copy-started-hub.js';

/** A hub with data of its own, as its users know it: started by its command, asked at its address with tokens that it gives. */
export class JourneyHub implements AskedHub {
  readonly dataDir: string;
  readonly #folder: string;
  readonly #separate: boolean;
  readonly #variables: Readonly<Record<string, string>>;
  readonly #tokens = new Map<string, Promise<string>>();
  #running: HubProcess | undefined;

  private constructor(folder: string, separate: boolean, variables: Readonly<Record<string, string>>) {
    this.dataDir = join(folder, 'data');
    this.#folder = folder;
    this.#separate = separate;
    this.#variables = variables;
  }

  /** Starts one that has started before, so that its first data is there and found; `first`: one that has not. */
  static async start(options: { separate: boolean; first?: boolean; variables?: Readonly<Record<string, string>> }): Promise<JourneyHub> {
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'hub-journey-')));
    await chmod(folder, 0o755); // as root, PostgreSQL runs under an account that has to reach its data
    const hub = new JourneyHub(folder, options.separate, { ...laterYears, ...options.variables });
    const copied = options.first ? Promise.resolve() : copyStartedHub(hub.dataDir);
    await copied.then(() => hub.restart()).catch(async (error: unknown) => {
      await hub.stop();
      throw error;
    });
    return hub;
  }

  /** The process that the command runs in. */
  get pid(): number {
    return this.#started.pid;
  }

  get url(): string {
    return this.#started.url;
  }

  /** Where the owners listen. */
  get subgraphs(): Readonly<Record<string, string>> {
    return this.#started.subgraphs;
  }

  get output(): string {
    const { stdout, stderr } = this.#started.output();
    return stdout + stderr;
  }

  /** Starts it on the same data and at the same address. */
  async restart(): Promise<void> {
    const port = this.#running ? new URL(this.#running.url).port : '0';
    this.#running = await startHubProcess({ dataDir: this.dataDir, separate: this.#separate, variables: { PORT: port, LOG_LEVEL: 'warn', ...this.#variables } });
  }

  /** Waits until /health/ready says so. */
  async ready(): Promise<void> {
    for (const until = Date.now() + 120_000; Date.now() < until; await delay(100)) {
      const status = await request(`${this.url}/health/ready`).then(
        async ({ statusCode, body }) => (await body.dump(), statusCode),
        () => 0,
      );
      if (status === 200) return;
    }
    throw new Error(`The hub did not become ready:\n${this.output.slice(-4000)}`);
  }

  /** Kills the process of the command itself, as a power cut would. */
  async kill(): Promise<void> {
    await this.#started.kill();
  }

  /** Stops the hub as Ctrl-C does, ends what a failure may have left, and removes the data. */
  async stop(): Promise<{ code: number | null }> {
    const code = (await this.#running?.stop()) ?? null;
    const { leftBehind } = (await import(new URL('../../../scripts/bin/left-behind.mjs', import.meta.url).href)) as { leftBehind(folder: string): { pid: number }[] };
    for (const { pid } of leftBehind(this.#folder)) process.kill(pid, 'SIGKILL');
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    return { code };
  }

  token({ identity, role, user, party }: Asker): Promise<string> {
    // The command knows the users of the demo alone; the issuer is the same.
    if (party !== undefined) return mintUserToken(this.dataDir, { userId: identity, partyId: party, role: role ?? '' });
    const args = ['token', identity, ...(role ? ['--role', role] : []), ...(user ? ['--user', String(user)] : [])];
    const key = args.join(' ');
    const known = this.#tokens.get(key) ?? this.#print(args);
    this.#tokens.set(key, known);
    return known;
  }

  async ask(asker: Asker, query: string, variables: object = {}, headers: Readonly<Record<string, string>> = {}): Promise<GraphqlAnswer> {
    const response = await request(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': 'en',
        authorization: `Bearer ${await this.token(asker)}`,
        ...(asker.delegation !== undefined && { [delegationHeader]: asker.delegation }),
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.statusCode, ...((await response.body.json()) as object) } as GraphqlAnswer;
  }

  /** What a command of the hub prints. */
  async #print(args: readonly string[]): Promise<string> {
    const { code, stdout, stderr } = await runHub(args, { HUB_DATA_DIR: this.dataDir });
    if (code !== 0) throw new Error(`hub ${args.join(' ')} exited ${code}: ${stderr}`);
    return stdout.trim();
  }

  get #started(): HubProcess {
    if (!this.#running) throw new Error('The hub was never ready.');
    return this.#running;
  }
}
