import { randomUUID } from 'node:crypto';
import { createClient, type Client, type ClientOptions, type SubscribePayload } from 'graphql-ws';
import { WebSocket } from 'ws';
import { eventually, patienceSeconds } from './eventually.js';

/** A payload as a subscriber reads it. */
export interface ToldPayload<Data = Record<string, unknown>> {
  readonly data: Data;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string; readonly [key: string]: unknown } }[];
  readonly extensions: { readonly cursor: string; readonly sharing?: unknown };
}

/** How a subscription ended: refused or ended with coded errors, with the socket, or by itself. */
export interface SubscriptionEnd {
  readonly code: string | number;
  /** Cursor to come back with, where one was told. */
  readonly after: string | undefined;
  readonly message: string;
}

/** A subscription held by a test. */
export interface HeldSubscription<Data> {
  /** Everything received so far. */
  readonly received: readonly ToldPayload<Data>[];
  /** Waits until so many payloads have come, and gives them all. */
  until(count: number): Promise<readonly ToldPayload<Data>[]>;
  /** Waits for the end. */
  readonly ended: Promise<SubscriptionEnd>;
  /** Leaves, and closes the connection if it was opened for this one. */
  leave(): Promise<void>;
}

/** Opens a connection to a subgraph with the client of graphql-ws, which partners use too. */
export function subscriptionClient(url: string, connectionParams: Record<string, unknown>, options: Partial<ClientOptions> = {}): Client {
  return createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams,
    retryAttempts: 0,
    lazy: true,
    onNonLazyError: () => undefined,
    ...options,
  });
}

/** A client whose socket a test can reach, and whose subscriptions are named by `extensions.id`. */
export function reachableClient(url: string, connectionParams: Record<string, unknown>) {
  const client = subscriptionClient(url, connectionParams, {
    generateID: ({ extensions }) => String(extensions?.['id'] ?? randomUUID()),
    // It is the other side that closes.
    lazyCloseTimeout: 60_000,
  });
  let socket: WebSocket | undefined;
  client.on('opened', (opened) => (socket = opened as WebSocket));
  const opened = async (): Promise<WebSocket> => {
    await eventually(async () => socket !== undefined, Boolean);
    if (!socket) throw new Error('The socket did not open.');
    return socket;
  };
  /** Sends a ping with tokens and gives the payload of its pong. */
  const renew = async (payload: object): Promise<unknown> => {
    const pong = new Promise((resolve) => client.on('pong', (_received, answer) => resolve(answer)));
    (await opened()).send(JSON.stringify({ type: 'ping', payload }));
    return pong;
  };
  return { client, opened, renew };
}

/** Subscribes over a client and gathers what comes; fails with what came when for 25 seconds nothing more did. */
export function hold<Data>(client: Client, payload: SubscribePayload, disposeClient = true): HeldSubscription<Data> {
  const received: ToldPayload<Data>[] = [];
  const waiting = new Set<() => void>();
  let end: (how: SubscriptionEnd) => void = () => undefined;
  const ended = new Promise<SubscriptionEnd>((resolve) => (end = resolve));
  void ended.then(() => wake());
  const wake = () => {
    for (const resume of [...waiting]) resume();
  };
  const unsubscribe = client.subscribe<Data>(payload, {
    next: (value) => {
      received.push(value as unknown as ToldPayload<Data>);
      wake();
    },
    error: (error) => end(endOf(error)),
    complete: () => end({ code: 'COMPLETE', after: undefined, message: '' }),
  });
  return {
    received,
    ended,
    async until(count) {
      let limit = Date.now() + patienceSeconds * 1000;
      let over: SubscriptionEnd | undefined;
      void ended.then((how) => (over = how));
      while (received.length < count) {
        if (over) throw new Error(`It ended after ${received.length} payloads: ${JSON.stringify(over)}`);
        if (Date.now() > limit) throw new Error(`Only ${received.length} of ${count} payloads came; for ${patienceSeconds} seconds there was no more.`);
        const before = received.length;
        await new Promise<void>((resolve) => {
          const resume = () => {
            clearTimeout(timer);
            waiting.delete(resume);
            resolve();
          };
          const timer = setTimeout(resume, 250);
          waiting.add(resume);
        });
        if (received.length > before) limit = Date.now() + patienceSeconds * 1000;
      }
      return received;
    },
    async leave() {
      unsubscribe();
      if (disposeClient) await client.dispose();
    },
  };
}

function endOf(error: unknown): SubscriptionEnd {
  if (Array.isArray(error)) {
    const [first] = error as { message: string; extensions?: { code?: string; after?: string } }[];
    return { code: first?.extensions?.code ?? 'NONE', after: first?.extensions?.after, message: first?.message ?? '' };
  }
  const { code, reason } = error as { code?: number; reason?: string };
  return { code: code ?? 'BROKEN', after: undefined, message: reason ?? String(error) };
}
