/** A request as GraphQL over HTTP or graphql-transport-ws brings it, before anything of it is believed. */
export interface AskedOperation {
  readonly query: string | undefined;
  readonly operationName: string | undefined;
  /** The hash of Apollo's persisted queries (`extensions.persistedQuery.sha256Hash`). */
  readonly hash: string | undefined;
  /** The name of a persisted document: `documentId` of GraphQL over HTTP, or the hash. */
  readonly id: string | undefined;
}

/** What of an HTTP request has been read: for POST a JSON body, for GET the path with its search parameters. */
interface ReadRequest {
  readonly method: string;
  readonly url: string;
  readonly body?: unknown;
}

/** The operation that an HTTP request asks for. */
export function askedOperation({ method, url, body }: ReadRequest): AskedOperation {
  return toldOperation(method === 'GET' ? searchParameters(url) : record(body));
}

/** The operation that parameters name; what has a wrong type, or comes twice, is left to the server, which tells it. */
export function toldOperation(told: Readonly<Record<string, unknown>>): AskedOperation {
  const hash = text(record(record(told['extensions'])['persistedQuery'])['sha256Hash']);
  return {
    query: text(told['query']),
    operationName: text(told['operationName']),
    hash,
    id: text(told['documentId'])?.replace(/^sha256:/, '') ?? hash,
  };
}

/** As Apollo Server reads them: any other decoder would let in what this one does not see. */
function searchParameters(url: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(new URL(url, 'http://gateway').searchParams);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** An object, also where a search parameter holds it as JSON. */
function record(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === 'string') return record(parsed(value));
  return isRecord(value) ? value : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(json: string): unknown {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'string' ? undefined : value;
  } catch {
    return undefined;
  }
}
