import type { TadaDocumentNode } from 'gql.tada';
import { print } from 'graphql';
import { headersOf, type Connection } from './connection.js';
import { HubError, type ToldError } from './hub-error.js';

/** What a query brought. */
export interface Answer<Data> {
  readonly data: Data;
  /** Fields that came as null because they are closed to who asks, or their owner was away. */
  readonly errors: readonly ToldError[];
}

/** Asks once. @throws HubError where nothing came; TypeError where the hub does not answer */
export async function ask<Data, Variables>(connection: Connection, document: TadaDocumentNode<Data, Variables>, variables: Variables): Promise<Answer<Data>> {
  const response = await fetch(new URL('/graphql', connection.url), {
    method: 'POST',
    headers: { ...(await headersOf(connection)), 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const answer = (await response.json().catch(() => ({}))) as { data?: Data | null; errors?: readonly ToldError[] };
  if (answer.data == null) throw new HubError(answer.errors ?? [], response.status);
  return { data: answer.data, errors: answer.errors ?? [] };
}
