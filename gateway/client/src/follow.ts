import { setTimeout as delay } from 'node:timers/promises';
import type { TadaDocumentNode } from 'gql.tada';
import { print } from 'graphql';
import { createClient, type Client, type ExecutionResult } from 'graphql-sse';
import { headersOf, type Connection } from './connection.js';
import { HubError, type ToldError } from './hub-error.js';
import { isPassing } from './passing.js';

/** An event, and where to go on behind it. */
export interface Followed<Data> {
  readonly data: Data;
  /** Keep it with what came of the event, in one transaction: then each event is had once. */
  readonly cursor: string;
  readonly errors: readonly ToldError[];
}

export interface FollowOptions {
  /** The last cursor that was kept; without it, from now on. */
  readonly after?: string | null | undefined;
  /** Ends it, without an error. */
  readonly signal?: AbortSignal;
  /** Milliseconds until it comes back after a break: a second unless said otherwise. */
  readonly wait?: number;
  /** Told of each break, and by what, before it comes back: a `HubError`, or what kept the hub or the issuer of tokens from answering. */
  readonly onBreak?: ((by: unknown) => void) | undefined;
}

/**
 * Follows a subscription that takes `$after`, and comes back by itself behind the last event after a break, a restart of the hub or the end of a token, with a newer one: from its first event, or from `after`, on
 * nothing is missed and nothing comes twice. Before its first event it comes back with the cursor that the hub told as it ended it; only where the connection broke then, it begins with what happens from then on. By outbound HTTP alone (GraphQL over SSE).
 *
 * @throws HubError where the subscription is refused, or reading on would leave a gap (`EVENT_CURSOR_ARCHIVED`, `EVENT_CURSOR_BEFORE_RESTORE`)
 */
export async function* follow<Data, Variables extends { after?: string | null | undefined }>(
  connection: Connection,
  document: TadaDocumentNode<Data, Variables>,
  variables: Omit<Variables, 'after'>,
  { after: begun, signal, wait = 1_000, onBreak }: FollowOptions = {},
): AsyncGenerator<Followed<Data>> {
  let after = begun ?? null;
  let refusedTokens = 0;
  const query = print(document);
  while (!signal?.aborted) {
    const client: Client = createClient({ url: new URL('/graphql', connection.url).href, retryAttempts: 0, headers: () => headersOf(connection), on: { connected: () => void (refusedTokens = 0) } });
    const stop = () => client.dispose();
    signal?.addEventListener('abort', stop, { once: true });
    try {
      for await (const result of client.iterate({ query, variables: { ...variables, after } }) as AsyncIterable<ExecutionResult<Data>>) {
        const errors = (result.errors ?? []) as readonly ToldError[];
        if (result.data == null) throw new HubError(errors, 200);
        const cursor = result.extensions?.['cursor'] as string;
        yield { data: result.data, cursor, errors };
        after = cursor;
      }
    } catch (error) {
      if (signal?.aborted) return;
      const end = await endOf(error);
      // A token that has expired is followed by a newer one; a second that is refused, with nothing taken in between, is no accident.
      const expired = end instanceof HubError && end.code === 'UNAUTHENTICATED' && (refusedTokens += 1) < 2;
      if (!expired && !isPassing(end)) throw end;
      after = toldCursor(end) ?? after;
      onBreak?.(end);
    } finally {
      signal?.removeEventListener('abort', stop);
      client.dispose();
    }
    await delay(wait, undefined, { ...(signal && { signal }) }).catch(() => undefined);
  }
}

/** With what the hub, as it ended a subscription, has said to come back. */
function toldCursor(end: unknown): string | undefined {
  const after = end instanceof HubError ? end.errors[0]?.extensions?.['after'] : undefined;
  return typeof after === 'string' ? after : undefined;
}

/** What a stream ended by, with the hub's own words where it gave some. */
async function endOf(error: unknown): Promise<unknown> {
  const { response } = error as { response?: Response };
  if (!response) return error;
  const told = (await response.json().catch(() => ({}))) as { errors?: readonly ToldError[] };
  return new HubError(told.errors ?? [], response.status);
}
