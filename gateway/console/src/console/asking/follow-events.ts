import { createClient } from 'graphql-ws';
import type { Asker } from '../../identity/identity';
import type { Operation } from './ask-hub';

interface Followed<Data> {
  readonly onNext: (data: Data) => void;
  /** Whether it is followed at the moment. */
  readonly onState: (isLive: boolean) => void;
}

/** Follows a subscription (graphql-transport-ws) until the returned function is called; a connection that breaks is made anew. */
export function followEvents<Data, Variables extends Record<string, unknown>>(operation: Operation<Data, Variables>, variables: Variables, asker: Asker, { onNext, onState }: Followed<Data>): () => void {
  const { protocol, host } = window.location;
  const client = createClient({
    url: `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}/graphql`,
    connectionParams: { authorization: `Bearer ${asker.token}` },
    lazyCloseTimeout: 0,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    on: { connected: () => onState(true), closed: () => onState(false) },
  });
  const stop = client.subscribe<Data>(
    { query: operation.toString(), variables },
    { next: ({ data }) => (data ? onNext(data) : undefined), error: () => onState(false), complete: () => onState(false) },
  );
  return () => {
    stop();
    void client.dispose();
  };
}
