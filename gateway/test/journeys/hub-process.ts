import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { request } from 'undici';

const hub = fileURLToPath(new URL('../../../scripts/bin/hub.mjs', import.meta.url));

/** Who asks: a demo identity, optionally in a role or as a user. */
export interface Asker {
  readonly identity: string;
  readonly role?: string;
  readonly user?: 1 | 2 | 3;
}

export interface GraphqlAnswer {
  readonly status: number;
  // A journey asserts the shapes that it reads.
  readonly data: Record<string, never> | null;
  readonly errors?: readonly { readonly message: string; readonly path?: readonly (string | number)[]; readonly extensions: Record<string, unknown> }[];
  readonly extensions?: { readonly sharing?: { refused: { coordinate: string; count: number; path: string[] }[]; masked: { coordinate: string; count: number }[] } };
}

/** The hub as its users run it: started by its command, entered by its address, killed by its process id. */
export class HubProcess {
  readonly dataDir: string;
  readonly port: number;
  readonly #separate: boolean;
  readonly #tokens = new Map<string, Promise<string>>();
  #child: ChildProcess | undefined;
  #output = '';

  private constructor(dataDir: string, port: number, separate: boolean) {
    this.dataDir = dataDir;
    this.port = port;
    this.#separate = separate;
  }

  static async start(options: { separate: boolean }): Promise<HubProcess> {
    const dataDir = await mkdtemp(join(tmpdir(), 'hub-journey-'));
    // As root the server runs under another account, which must pass through here.
    await chmod(dataDir, 0o755);
    const hubProcess = new HubProcess(join(dataDir, 'data'), await freePort(), options.separate);
    await hubProcess.restart().catch(async (error: unknown) => {
      await hubProcess.stop();
      throw error;
    });
    return hubProcess;
  }

  /** The process that the command runs in. */
  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  get output(): string {
    return this.#output;
  }

  async restart(): Promise<void> {
    const child = spawn(process.execPath, [hub, 'start', ...(this.#separate ? ['--separate'] : [])], {
      env: { ...process.env, PORT: String(this.port), HUB_DATA_DIR: this.dataDir, LOG_LEVEL: 'warn' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (this.#output += text.toString()));
    await this.ready();
  }

  /** Waits until /health/ready says so. */
  async ready(): Promise<void> {
    const until = Date.now() + 120_000;
    for (;;) {
      const status = await request(`http://127.0.0.1:${this.port}/health/ready`).then(
        async ({ statusCode, body }) => (await body.dump(), statusCode),
        () => 0,
      );
      if (status === 200) return;
      if (this.#child?.exitCode != null || Date.now() > until) throw new Error(`The hub did not become ready:\n${this.#output.slice(-4000)}`);
      await delay(100);
    }
  }

  /** Kills the process of the command itself, as a power cut would. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  /** Stops the hub as Ctrl-C does and removes its data. */
  async stop(): Promise<{ code: number | null }> {
    const child = this.#child;
    if (child && child.exitCode === null && child.signalCode === null) {
      child.kill('SIGINT');
      await once(child, 'exit');
    }
    await rm(join(this.dataDir, '..'), { recursive: true, force: true });
    return { code: child?.exitCode ?? null };
  }

  token({ identity, role, user }: Asker): Promise<string> {
    const args = ['token', identity, ...(role ? ['--role', role] : []), ...(user ? ['--user', String(user)] : [])];
    const key = args.join(' ');
    const known = this.#tokens.get(key) ?? this.run(args);
    this.#tokens.set(key, known);
    return known;
  }

  /** Runs a command of the hub and gives what it prints. */
  async run(args: readonly string[]): Promise<string> {
    const child = spawn(process.execPath, [hub, ...args], {
      env: { ...process.env, HUB_DATA_DIR: this.dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const texts = { out: '', error: '' };
    child.stdout.on('data', (part: Buffer) => (texts.out += part.toString()));
    child.stderr.on('data', (part: Buffer) => (texts.error += part.toString()));
    const [code] = (await once(child, 'close')) as [number];
    if (code !== 0) throw new Error(`hub ${args.join(' ')} exited ${code}: ${texts.error}`);
    return texts.out.trim();
  }

  async ask(asker: Asker, query: string, variables: object = {}): Promise<GraphqlAnswer> {
    const response = await request(`http://127.0.0.1:${this.port}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': 'en',
        authorization: `Bearer ${await this.token(asker)}`,
      },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.statusCode, ...((await response.body.json()) as object) } as GraphqlAnswer;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
