import { WebSocket } from 'ws';
import { readToldEvent, type ToldEvent } from './told-event.js';

/** What subscribers have seen together since they were last asked. */
export interface Seen {
  deliveries: number;
  /** Events that came later than one that follows them, or twice. */
  outOfOrder: number;
  /** Events that were passed over. */
  lost: number;
  returns: number;
  /** Ends that were told with a code, how often. */
  ends: Record<string, number>;
  /** Milliseconds from the event to its delivery, counted by millisecond. */
  latencies: Record<number, number>;
}

export const nothingSeen = (): Seen => ({ deliveries: 0, outOfOrder: 0, lost: 0, returns: 0, ends: {}, latencies: {} });

export interface SubscriberOptions {
  readonly url: string;
  readonly token: string;
  readonly query: string;
  readonly after: string | null;
  /** Number of the last event before `after`. */
  readonly number: number;
}

const longestPause = 1_000;

/** A subscriber on a connection of its own, who comes back with its last cursor whatever ends the connection. */
export class Subscriber {
  readonly #options: SubscriberOptions;
  readonly #seen: () => Seen;
  readonly #onEvent: (event: ToldEvent) => void;
  #socket: WebSocket | undefined;
  #cursor: string | null;
  #number: number;
  #left = false;
  /** Whether the gateway has acknowledged it. */
  held = false;

  constructor(options: SubscriberOptions, seen: () => Seen, onEvent: (event: ToldEvent) => void = () => undefined) {
    this.#options = options;
    this.#onEvent = onEvent;
    this.#seen = seen;
    this.#cursor = options.after;
    this.#number = options.number;
    this.#connect();
  }

  /** Number of the last event that came. */
  get number(): number {
    return this.#number;
  }

  leave(): void {
    this.#left = true;
    this.#socket?.terminate();
  }

  #connect(): void {
    const socket = new WebSocket(this.#options.url, 'graphql-transport-ws', { perMessageDeflate: false });
    this.#socket = socket;
    const say = (message: object) => socket.send(JSON.stringify(message));
    socket.on('open', () => say({ type: 'connection_init', payload: { authorization: `Bearer ${this.#options.token}` } }));
    socket.on('message', (data: Buffer) => {
      const text = data.toString();
      if (text.includes('"type":"next"')) return this.#take(text);
      const message = JSON.parse(text) as { type: string; payload?: { extensions?: { code?: string } }[] };
      if (message.type === 'connection_ack') {
        this.held = true;
        say({ type: 'subscribe', id: '1', payload: { query: this.#options.query, variables: { after: this.#cursor } } });
      } else if (message.type === 'error') {
        const code = message.payload?.[0]?.extensions?.code ?? 'NONE';
        const { ends } = this.#seen();
        ends[code] = (ends[code] ?? 0) + 1;
        socket.close();
      } else if (message.type === 'ping') say({ type: 'pong' });
    });
    socket.on('error', () => undefined);
    socket.once('close', () => {
      this.held = false;
      if (this.#left) return;
      setTimeout(() => {
        if (this.#left) return;
        this.#seen().returns += 1;
        this.#connect();
      }, Math.random() * longestPause);
    });
  }

  #take(text: string): void {
    const seen = this.#seen();
    const told = readToldEvent(text);
    if (!told) {
      seen.ends['UNREADABLE'] = (seen.ends['UNREADABLE'] ?? 0) + 1;
      return;
    }
    seen.deliveries += 1;
    const latency = Math.max(0, Date.now() - told.occurredAt);
    seen.latencies[latency] = (seen.latencies[latency] ?? 0) + 1;
    if (told.number <= this.#number) seen.outOfOrder += 1;
    else {
      seen.lost += told.number - this.#number - 1;
      this.#number = told.number;
    }
    this.#cursor = told.cursor;
    this.#onEvent(told);
  }
}
