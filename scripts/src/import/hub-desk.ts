import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { hubAt, type HubAddress, type HubOptions } from './hub-at.js';

/** Something that the hub does not do, with its code. */
export class HubRefused extends Error {
  override readonly name = 'HubRefused';
  readonly code: string | undefined;

  constructor(message: string, code?: string) {
    super(code === undefined ? message : `${code}: ${message}`);
    this.code = code;
  }
}

/** Bytes of one part of a file, of which one is held at a time; what breaks off is handed in anew from its beginning. */
const partBytes = 8 * 1024 * 1024;

/** A hub that does not answer. */
export class HubAway extends Error {
  override readonly name = 'HubAway';
}

/** A hub, as one of a centre's analysts asks it for what imports rest on. */
export class HubDesk {
  readonly #address: HubAddress;

  private constructor(address: HubAddress) {
    this.#address = address;
  }

  /** @throws CommandRefused where no hub or nobody is named */
  static async at(options: HubOptions): Promise<HubDesk> {
    return new HubDesk(await hubAt(options));
  }

  /** @throws HubRefused, HubAway */
  async ask<Data>(query: string, variables: object): Promise<Data> {
    const { data, errors, status } = await this.#answer(query, variables);
    if (!data || errors) throw refusedBy(errors, status);
    return data as Data;
  }

  /** Does an act on one item. @param fields what is read of its value @throws HubRefused, also where it was done and its value cannot be read, which is told then; HubAway */
  async act<Value>(name: string, input: object, fields: string): Promise<Value> {
    const query = `mutation ($items: [${name.charAt(0).toUpperCase()}${name.slice(1)}Input!]!) { ${name}(items: $items) { outcomes { value { ${fields} } refusal { code message } } } }`;
    const { data, errors, status } = await this.#answer(query, { items: [{ idempotencyKey: randomUUID(), ...input }] });
    const outcome = (data as Record<string, { outcomes: readonly ActOutcome<Value>[] } | null> | undefined)?.[name]?.outcomes[0];
    if (outcome?.refusal) throw new HubRefused(outcome.refusal.message, outcome.refusal.code);
    if (outcome?.value && !errors) return outcome.value;
    if (outcome) throw new HubRefused(`The act was done, and not all of what came of it can be read: ${refusedBy(errors, status).message}`);
    throw refusedBy(errors, status);
  }

  /** Hands a file in (tus 1.0), part by part; the same one again is there already. @throws HubRefused, HubAway */
  async handIn(file: string, hash: string): Promise<void> {
    const size = (await stat(file)).size;
    const metadata = Object.entries({ hash, filetype: 'application/octet-stream' }).map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`).join(',');
    const begun = await this.send('POST', '/imports/monitoring-center/uploads', { 'upload-length': String(size), 'upload-metadata': metadata });
    const location = begun.headers.get('location');
    if (location === null) return;
    const address = new URL(location, begun.url).href;
    let offset = 0;
    for await (const part of createReadStream(file, { highWaterMark: partBytes }) as AsyncIterable<Buffer>) {
      await this.send('PATCH', address, { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }, part);
      offset += part.length;
    }
  }

  /** Fetches what lies at a path of the hub. @throws HubRefused, HubAway */
  async fetch(path: string): Promise<AsyncIterable<Uint8Array>> {
    const response = await this.send('GET', path, {});
    return response.body ?? (async function* () {})();
  }

  /** Sends a request, such as part of a file. @throws HubRefused, HubAway */
  async send(method: string, path: string, headers: Readonly<Record<string, string>>, body?: Buffer): Promise<Response> {
    const { url, token, language } = this.#address;
    const response = await fetched(new URL(path, url), { method, headers: { 'tus-resumable': '1.0.0', 'accept-language': language, authorization: `Bearer ${token}`, ...headers }, ...(body && { body: new Uint8Array(body) }) });
    if (!response.ok) throw refusedBy((await answerIn(response)).errors, response.status);
    return response;
  }

  /** @throws HubAway */
  async #answer(query: string, variables: object): Promise<Answer & { readonly status: number }> {
    const { url, token, language } = this.#address;
    const response = await fetched(url, { method: 'POST', headers: { 'content-type': 'application/json', 'accept-language': language, authorization: `Bearer ${token}` }, body: JSON.stringify({ query, variables }) });
    return { ...(await answerIn(response)), status: response.status };
  }
}

interface ActOutcome<Value> {
  readonly value: Value | null;
  readonly refusal: { readonly code: string; readonly message: string } | null;
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** What was answered; nothing where it is no JSON, as what a proxy says in place of the hub. */
async function answerIn(response: Response): Promise<Answer> {
  return (await response.json().catch(() => ({}))) as Answer;
}

/** @throws HubAway */
function fetched(address: string | URL, request: RequestInit): Promise<Response> {
  return fetch(address, request).catch((error: Error & { cause?: { code?: string } }) => {
    throw new HubAway(`The hub at ${String(address)} does not answer (${error.cause?.code ?? error.message}).`);
  });
}

function refusedBy(errors: Answer['errors'], status: number): HubRefused {
  const [error] = errors ?? [];
  return new HubRefused(error?.message ?? `The hub answers ${status}.`, error?.extensions?.code);
}
