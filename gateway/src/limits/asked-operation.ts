/** A request as GraphQL over HTTP or graphql-transport-ws brings it, before anything of it is believed. */
export interface AskedOperation {
  readonly query: string | undefined;
}

/** What of an HTTP request has been read: for POST a JSON body, for GET the search parameters. */
interface ReadRequest {
  readonly method: string;
  readonly body?: unknown;
  readonly query?: unknown;
}

/** The operation that a request asks for; what is no string is left to the server, which tells it. */
export function askedOperation({ method, body, query }: ReadRequest): AskedOperation {
  const source = method === 'GET' ? query : body;
  const told: { readonly query?: unknown } = typeof source === 'object' && source !== null ? source : {};
  return { query: typeof told.query === 'string' ? told.query : undefined };
}
