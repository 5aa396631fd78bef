/** An export as the hub tells of it. */
export interface ToldExport {
  readonly id: string;
  readonly state: 'OPEN' | 'RUNNING' | 'COMPLETE' | 'STOPPED';
  readonly problem: { readonly code: string; readonly message: string } | null;
  readonly rows: number;
  readonly totalCount: number | null;
}

/** What the hub refuses about an export, with its code. */
export class ExportRefused extends Error {
  override readonly name = 'ExportRefused';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export interface HubExportsOptions {
  readonly url: string;
  /** A token that is valid now, for each request. */
  readonly token: () => Promise<string>;
  readonly purpose: string | undefined;
  readonly language?: string;
}

/** A hub's exports, asked as somebody. */
export class HubExports {
  readonly #options: HubExportsOptions;

  constructor(options: HubExportsOptions) {
    this.#options = options;
  }

  async begin(request: object): Promise<ToldExport> {
    return (await (await this.#ask('/exports', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(request) })).json()) as ToldExport;
  }

  async find(id: string): Promise<ToldExport> {
    return (await (await this.#ask(`/exports/${id}`)).json()) as ToldExport;
  }

  /** The bytes of the file behind a position that the hub chooses, at or before the one that is given. */
  async fetch(id: string, from: number): Promise<{ readonly from: number; readonly bytes: AsyncIterable<Uint8Array> }> {
    const { headers, body } = await this.#ask(`/exports/${id}/file?from=${from}`);
    return { from: Number(headers.get('x-hub-export-from') ?? 0), bytes: (body ?? []) as AsyncIterable<Uint8Array> };
  }

  async text(path: string): Promise<string> {
    return (await this.#ask(path)).text();
  }

  /** @throws ExportRefused; TypeError where the hub does not answer */
  async #ask(path: string, init: RequestInit = {}): Promise<Response> {
    const { url, token, purpose, language = 'en' } = this.#options;
    const headers = { ...(init.headers as Record<string, string>), authorization: `Bearer ${await token()}`, 'accept-language': language, ...(purpose && { 'x-hub-purpose': purpose }) };
    const response = await fetch(new URL(path, url), { ...init, headers });
    if (response.ok) return response;
    const answer = (await response.json().catch(() => undefined)) as { errors?: { message: string; extensions?: { code?: string } }[] } | undefined;
    const { message, extensions } = answer?.errors?.[0] ?? {};
    throw new ExportRefused(extensions?.code ?? String(response.status), message ?? `The hub answers ${response.status}.`);
  }
}
