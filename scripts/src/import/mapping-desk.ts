import { randomUUID } from 'node:crypto';
import { CommandRefused } from '../command-refused.js';
import { hubAt, type HubAddress, type HubOptions } from './hub-at.js';

/** Something that the hub does not do, with its code. */
export class HubRefused extends Error {
  override readonly name = 'HubRefused';
}

/** A hub that does not answer. */
export class HubAway extends Error {
  override readonly name = 'HubAway';
}

/** A version of a mapping as the hub tells of it. */
export interface ListedMapping {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly state: string;
  readonly text: string;
  readonly en: string;
  readonly zh: string;
  readonly source: string;
  readonly reason: string;
  readonly proposed: { readonly userId: string; readonly at: string };
  readonly decided: { readonly userId: string; readonly at: string } | null;
  readonly decisionReason: string | null;
  readonly withdrawalReason: string | null;
  readonly trial: Readonly<Record<'rows' | 'taken' | 'leftOut' | 'refused' | 'repaired', number>>;
}

/** What would become of a row of a sample. */
export interface PreviewedRow {
  readonly row: number;
  readonly key: string;
  readonly outcome: string;
  readonly values: readonly { readonly field: string; readonly value: string | null }[];
  readonly keptColumns: readonly string[];
  readonly repairs: string | null;
  readonly field: string | null;
  readonly rule: string | null;
  readonly message: string | null;
}

const fields = 'id name version state text en zh source reason proposed { userId at } decided { userId at } decisionReason withdrawalReason trial { rows taken leftOut refused repaired }';
const acts = { proposeImportMapping: 'ProposeImportMappingInput', decideImportMapping: 'DecideImportMappingInput', withdrawImportMapping: 'WithdrawImportMappingInput' };

/** The mappings of a centre in a hub, as one of its analysts has them. */
export class MappingDesk {
  readonly #address: HubAddress;

  private constructor(address: HubAddress) {
    this.#address = address;
  }

  /** @throws CommandRefused where no hub or nobody is named */
  static async at(options: HubOptions): Promise<MappingDesk> {
    return new MappingDesk(await hubAt(options));
  }

  /** The latest first. */
  async mappings(filter: { readonly name?: string; readonly state?: readonly string[] }): Promise<readonly ListedMapping[]> {
    const { importMappings } = await this.#ask<{ importMappings: { nodes: ListedMapping[] } }>(`query ($filter: ImportMappingFilter) { importMappings(first: 200, filter: $filter) { nodes { ${fields} } } }`, { filter });
    return importMappings.nodes;
  }

  /** One by its id, with what would become of its sample; null in place of that where the sample is kept no longer. @throws CommandRefused */
  async mapping(id: string): Promise<ListedMapping & { readonly preview: readonly PreviewedRow[] | null }> {
    const query = `query ($id: ID!) { importMapping(id: $id) { ${fields} preview { row key outcome values { field value } keptColumns repairs field rule message } } }`;
    const { importMapping } = await this.#ask<{ importMapping: Awaited<ReturnType<MappingDesk['mapping']>> | null }>(query, { id });
    if (!importMapping) throw new CommandRefused(`There is no mapping ${id} for you; hub import mapping list shows those that there are.`);
    return importMapping;
  }

  /** Does an act on a mapping. @throws HubRefused */
  async act(name: keyof typeof acts, input: object): Promise<ListedMapping> {
    const query = `mutation ($items: [${acts[name]}!]!) { ${name}(items: $items) { outcomes { value { ${fields} } refusal { code message } } } }`;
    const data = await this.#ask<Record<string, { outcomes: { value: ListedMapping; refusal: { code: string; message: string } | null }[] }>>(query, { items: [{ idempotencyKey: randomUUID(), ...input }] });
    const outcome = data[name]?.outcomes[0];
    if (!outcome || outcome.refusal) throw new HubRefused(`${outcome?.refusal?.code}: ${outcome?.refusal?.message}`);
    return outcome.value;
  }

  /** Hands a file in to be imported or tried (tus 1.0); the same one again is there already. @throws HubRefused */
  async handIn(content: Buffer, hash: string): Promise<void> {
    const metadata = Object.entries({ hash, filetype: 'application/octet-stream' }).map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`).join(',');
    const begun = await this.#send('POST', new URL('/imports/monitoring-center/uploads', this.#address.url), { 'upload-length': String(content.length), 'upload-metadata': metadata });
    const location = begun.headers.get('location');
    if (location !== null) await this.#send('PATCH', new URL(location, begun.url), { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }, content);
  }

  async #send(method: string, address: URL, headers: Readonly<Record<string, string>>, body?: Buffer): Promise<Response> {
    const { token, language } = this.#address;
    const response = await fetched(address, { method, headers: { 'tus-resumable': '1.0.0', 'accept-language': language, authorization: `Bearer ${token}`, ...headers }, ...(body && { body: new Uint8Array(body) }) });
    if (!response.ok) throw refusedBy(((await response.json().catch(() => ({}))) as Answer).errors, response.status);
    return response;
  }

  async #ask<Data>(query: string, variables: object): Promise<Data> {
    const { url, token, language } = this.#address;
    const response = await fetched(url, { method: 'POST', headers: { 'content-type': 'application/json', 'accept-language': language, authorization: `Bearer ${token}` }, body: JSON.stringify({ query, variables }) });
    const { data, errors } = (await response.json()) as Answer;
    if (!data || errors) throw refusedBy(errors, response.status);
    return data as Data;
  }
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
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
