import { errorMessage } from '@hub/schema/errors/error-message.js';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { isOutOfStep, outOfStep } from '../upstream/out-of-step.js';
import type { OwnersEvent } from './owners-event.js';
import type { Asking, SubscriptionPlan } from './subscription-plan.js';

/** How a stretch of events from an owner ended. */
export type StretchEnd =
  | { readonly kind: 'stopped' }
  /** The connection broke or the owner stopped: go on after the last cursor. */
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'refused'; readonly error: OwnersError };

/** An error as an owner told it. */
export interface OwnersError {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** A stretch of events that is being read. */
export interface Stretch {
  readonly ended: Promise<StretchEnd>;
  stop(): void;
}

const keepAlive = 10_000;
/** An owner that has not answered a ping by then is gone, also where no connection says so. */
const longestSilence = 5_000;
const lazyCloseTimeout = 5_000;

/** One WebSocket to each owner, shared by all callers: each subscription names its own (graphql-transport-ws). */
export class OwnerSockets {
  readonly #urls: Readonly<Record<string, string>>;
  readonly #serviceToken: () => Promise<string>;
  readonly #clients = new Map<string, Client>();

  /**
   * @param urls where the owners listen, by name
   * @param serviceToken the gateway's own token, for which owners tell where a subscription begins
   */
  constructor(urls: Readonly<Record<string, string>>, serviceToken: () => Promise<string>) {
    this.#urls = urls;
    this.#serviceToken = serviceToken;
  }

  /** Reads an owner's events after a cursor; with none, from now on, and is told first where that is, by an event without data. */
  read({ owner, primary, after }: SubscriptionPlan, asking: Asking, cursor: string | undefined, take: (event: OwnersEvent) => void): Stretch {
    let over = false;
    let end: (how: StretchEnd) => void = () => undefined;
    const ended = new Promise<StretchEnd>((resolve) => {
      end = (how) => {
        over = true;
        resolve(how);
      };
    });
    const unsubscribe = this.#clientOf(owner).subscribe<Record<string, unknown>>(
      {
        query: primary.query,
        operationName: primary.operationName ?? null,
        variables: { ...primary.variables, [after]: cursor ?? null },
        extensions: {
          authorization: asking.authorization,
          acceptLanguage: asking.locale,
          ...(asking.purpose === undefined ? {} : { purpose: asking.purpose }),
          ...(asking.delegation === undefined ? {} : { delegation: asking.delegation }),
        },
      },
      {
        next: (event) => {
          if (over) return;
          if (isOwnersEvent(event)) take(event);
          else end({ kind: 'refused', error: withoutCursor(asking) });
        },
        error: (error) => end(endOf(error, owner, asking)),
        complete: () => end({ kind: 'interrupted' }),
      },
    );
    return {
      ended,
      stop: () => {
        end({ kind: 'stopped' });
        unsubscribe();
      },
    };
  }

  async close(): Promise<void> {
    await Promise.all([...this.#clients.values()].map(async (client) => client.dispose()));
  }

  #clientOf(owner: string): Client {
    const known = this.#clients.get(owner);
    if (known) return known;
    const url = this.#urls[owner];
    if (url === undefined) throw new Error(`No address of the subgraph ${owner} is set.`);
    let silence: NodeJS.Timeout | undefined;
    const client: Client = createClient({
      url: socketUrl(url),
      webSocketImpl: WebSocket,
      connectionParams: async () => ({ service: `Bearer ${await this.#serviceToken()}` }),
      // Reading goes on after the last cursor; the client itself would begin each subscription anew.
      retryAttempts: 0,
      keepAlive,
      lazyCloseTimeout,
      on: {
        ping: (received) => {
          if (received) return;
          clearTimeout(silence);
          silence = setTimeout(() => client.terminate(), longestSilence);
        },
        pong: () => clearTimeout(silence),
        closed: () => clearTimeout(silence),
      },
    });
    this.#clients.set(owner, client);
    return client;
  }
}

/** GraphQL is at the address's own path or, where it has none, at /graphql. */
function socketUrl(address: string): string {
  const url = new URL(address.replace(/^http/, 'ws'));
  if (url.pathname === '/') url.pathname = '/graphql';
  return url.href;
}

function isOwnersEvent(event: object): event is OwnersEvent {
  const { extensions } = event as { extensions?: { cursor?: unknown } };
  return typeof extensions?.cursor === 'string';
}

function withoutCursor({ locale }: Asking): OwnersError {
  const code = 'UPSTREAM_VALUE_MISSING';
  return { message: errorMessage(code, locale, { coordinate: 'extensions.cursor' }), extensions: { code } };
}

function endOf(error: unknown, owner: string, { locale }: Asking): StretchEnd {
  if (Array.isArray(error) && isOutOfStep({ errors: error as OwnersError[] })) return { kind: 'refused', error: outOfStep(owner, locale) };
  const [told] = Array.isArray(error) ? (error as OwnersError[]) : [];
  if (!told || told.extensions?.['code'] === 'SUBSCRIPTION_INTERRUPTED') return { kind: 'interrupted' };
  return { kind: 'refused', error: told };
}
