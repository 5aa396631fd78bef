import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
import { HubRefusal, type Refused } from './hub-refusal';

/** An operation of `src/**\/*.graphql`, with the types of what it asks and is given. */
export type Operation<Data, Variables> = DocumentTypeDecoration<Data, Variables> & { toString(): string };

/** What the hub answered: data, and what of it was refused. */
export interface Answer<Data> {
  readonly data: Data;
  readonly refused: readonly Refused[];
}

interface AskedAs {
  readonly token: string | undefined;
  readonly language: string;
}

interface Told {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly path?: readonly (string | number)[]; readonly extensions?: { readonly code?: string } }[];
}

/**
 * Asks the hub one question under the viewer's own token.
 * @throws HubRefusal where it gives no data
 */
export async function askHub<Data, Variables>(operation: Operation<Data, Variables>, variables: Variables, { token, language }: AskedAs, signal?: AbortSignal): Promise<Answer<Data>> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      'accept-language': language,
      // By which the usage of fields is told apart.
      'apollographql-client-name': 'console',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query: operation.toString(), variables }),
    signal: signal ?? null,
  });
  const { data, errors = [] } = (await response.json().catch(() => ({}))) as Told;
  const refused = errors.map(({ message, path = [], extensions }) => ({ code: extensions?.code, message, path }));
  if (data === undefined || data === null) {
    throw new HubRefusal(refused[0] ?? { code: undefined, message: `HTTP ${response.status}`, path: [] }, response.status);
  }
  return { data: data as Data, refused };
}
