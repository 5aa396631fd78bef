import type { GraphQLError } from 'graphql';
import { createClient } from 'graphql-ws';
import type { Asker } from '../../identity/identity';
import type { Operation } from './ask-hub';

interface Followed<Data> {
  readonly onNext: (data: Data) => void;
  /** Whether it is followed at the moment. */
  readonly onState: (isLive: boolean) => void;
}

/** By which the hub closes to a token that it refuses; to one that it cannot check for the moment too, and then it says so. */
const forbidden = 4403;
const unchecked = 'ISSUER_UNAVAILABLE';
/** Milliseconds after which is asked again where the hub stopped. */
const pauseAtInterruption = 1_000;

/**
 * Follows a subscription (graphql-transport-ws) that takes `$after` until the returned function is called; a connection that breaks is made anew, and goes on behind the last event. One that is refused
 * because the token has ended is not: the viewer signs in anew.
 */
export function followEvents<Data, Variables extends { after?: string | null | undefined }>(operation: Operation<Data, Variables>, variables: Variables, asker: Asker, { onNext, onState }: Followed<Data>): () => void {
  const { protocol, host } = window.location;
  const client = createClient({
    url: `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}/graphql`,
    connectionParams: { authorization: `Bearer ${asker.token}` },
    lazyCloseTimeout: 0,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: (end) => !(end instanceof CloseEvent && end.code === forbidden && end.reason !== unchecked),
    on: { connected: () => onState(true), closed: () => onState(false) },
  });
  // Sent anew, as it is by then, on each connection.
  const asked = { query: operation.toString(), variables: { ...variables } as Record<string, unknown> };
  let [stop, pause]: [(() => void) | undefined, ReturnType<typeof setTimeout> | undefined] = [undefined, undefined];
  const begin = () => {
    stop = client.subscribe<Data, { readonly cursor?: string }>(asked, {
      next: ({ data, extensions }) => {
        if (extensions?.cursor !== undefined) asked.variables['after'] = extensions.cursor;
        if (data) onNext(data);
      },
      error: (error) => {
        onState(false);
        // A hub that stops in order says behind which event one goes on.
        const interrupted = (Array.isArray(error) ? (error as readonly GraphQLError[]) : []).find(({ extensions }) => extensions['code'] === 'SUBSCRIPTION_INTERRUPTED');
        if (!interrupted) return;
        if (interrupted.extensions['after'] != null) asked.variables['after'] = interrupted.extensions['after'];
        pause = setTimeout(begin, pauseAtInterruption);
      },
      complete: () => onState(false),
    });
  };
  begin();
  return () => {
    clearTimeout(pause);
    stop?.();
    void client.dispose();
  };
}
