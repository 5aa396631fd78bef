import { CommandRefused } from '../command-refused.js';
import { readEnvironment } from '../environment.js';
import { findRunningHub } from '../running-hub.js';

/** Where the registry is, and as whom it is asked. */
export interface RegistryOptions {
  readonly registry?: string;
  readonly token?: string;
  readonly json: boolean;
}

/** What the registry has refused: exit code 1. */
export class RegistryRefused extends Error {
  override readonly name = 'RegistryRefused';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** The registry did not answer, or not in time: exit code 2. */
export class RegistryAway extends Error {
  override readonly name = 'RegistryAway';
}

/** The registry at its own port, asked over its plain addresses. */
export interface Registry {
  get<Answer>(path: string): Promise<Answer>;
  post<Answer>(path: string, body: object): Promise<Answer>;
}

/** Milliseconds: longer than the registry takes for what is checked at most (`checkLimits`). */
const patience = 180_000;
/** Milliseconds after which whoever waits is told so, again and again. */
const tellEvery = 10_000;

/** Finds the registry: the one that is named, else that of the hub that runs here. @throws CommandRefused that says what to name */
export async function registryAt({ registry, token: given }: RegistryOptions): Promise<Registry> {
  const { dataDir, variables } = readEnvironment();
  const token = given ?? variables['HUB_REGISTRY_TOKEN'];
  const url = registry ?? (await findRunningHub(dataDir))?.subgraphs['registry'];
  if (url === undefined) throw new CommandRefused('No hub runs here. Name the registry, for example --registry http://127.0.0.1:4006.');
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw new CommandRefused(`"${url}" is no address of a registry; right would be, for example, http://127.0.0.1:4006.`);
  if (!token) throw new CommandRefused('Who asks? Give --token or HUB_REGISTRY_TOKEN: a registry token of the subgraph, or a data steward’s token (hub token steward, under the development issuer).');
  const ask = (path: string, init: RequestInit) => answerOf(new URL(path, url), { ...init, headers: { ...init.headers, 'accept-language': 'en', authorization: `Bearer ${token}` } });
  return {
    get: (path) => ask(path, {}) as never,
    post: (path, body) => ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) as never,
  };
}

async function answerOf(url: URL, init: RequestInit): Promise<unknown> {
  const begin = Date.now();
  const telling = setInterval(() => console.error(`The registry has been at it for ${Math.round((Date.now() - begin) / 1000)} s, and may take ${patience / 1000} s.`), tellEvery);
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(patience) })
    .catch((error: Error) => {
      throw new RegistryAway(`The registry at ${url.origin} does not answer (${causeOf(error)}). Start it, or name another with --registry.`);
    })
    .finally(() => clearInterval(telling));
  const answer = (await response.json().catch(() => undefined)) as RegistryAnswer | null | undefined;
  if (response.ok) {
    if (answer !== null && typeof answer === 'object') return answer;
    throw new RegistryAway(`What ${url.origin} answers is not what a registry says. Name the registry’s own address with --registry, and see what has become of it (hub schema history) before you try again.`);
  }
  const { message = `The registry answered ${response.status}.`, extensions } = answer?.errors?.[0] ?? {};
  const code = extensions?.code ?? String(response.status);
  if (response.status >= 500) throw new RegistryAway(message);
  if (wrongInput.statuses.includes(response.status) || wrongInput.codes.test(code)) throw new CommandRefused(message);
  throw new RegistryRefused(code, message);
}

/** What is refused for how it was asked, not for what it would do: exit code 3. */
const wrongInput: { readonly statuses: readonly number[]; readonly codes: RegExp } = { statuses: [400, 413], codes: /^(VALUE_|TIME_|SCHEMA_UNREADABLE$)/ };

interface RegistryAnswer {
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

function causeOf(error: Error): string {
  const { cause } = error as { cause?: { code?: string } };
  return cause?.code ?? error.message;
}
