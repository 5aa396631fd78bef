import { randomUUID } from 'node:crypto';
import { hubAt, type HubAddress, type HubOptions } from './hub-at.js';

/** Something that the hub does not do, with its code. */
export class HubRefused extends Error {
  override readonly name = 'HubRefused';
}

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
    const { url, token, language } = this.#address;
    const response = await fetched(url, { method: 'POST', headers: { 'content-type': 'application/json', 'accept-language': language, authorization: `Bearer ${token}` }, body: JSON.stringify({ query, variables }) });
    const { data, errors } = await answerIn(response);
    if (!data || errors) throw refusedBy(errors, response.status);
    return data as Data;
  }

  /** Does an act on one item. @param fields what is read of its value @throws HubRefused, HubAway */
  async act<Value>(name: string, input: object, fields: string): Promise<Value> {
    const query = `mutation ($items: [${name.charAt(0).toUpperCase()}${name.slice(1)}Input!]!) { ${name}(items: $items) { outcomes { value { ${fields} } refusal { code message } } } }`;
    const data = await this.ask<Record<string, { outcomes: { value: Value; refusal: { code: string; message: string } | null }[] }>>(query, { items: [{ idempotencyKey: randomUUID(), ...input }] });
    const outcome = data[name]?.outcomes[0];
    if (!outcome || outcome.refusal) throw new HubRefused(`${outcome?.refusal?.code}: ${outcome?.refusal?.message}`);
    return outcome.value;
  }

  /** Sends part of a file (tus 1.0). @throws HubRefused, HubAway */
  async send(method: string, path: string, headers: Readonly<Record<string, string>>, body?: Buffer): Promise<Response> {
    const { url, token, language } = this.#address;
    const response = await fetched(new URL(path, url), { method, headers: { 'tus-resumable': '1.0.0', 'accept-language': language, authorization: `Bearer ${token}`, ...headers }, ...(body && { body: new Uint8Array(body) }) });
    if (!response.ok) throw refusedBy((await answerIn(response)).errors, response.status);
    return response;
  }
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
  return new HubRefused(error ? `${error.extensions?.code}: ${error.message}` : `The hub answers ${status}.`);
}
