import { tokenExpired } from '@hub/kernel/identity/token-expired.js';
import { GraphQLError } from 'graphql';
import { EventQueue } from './event-queue.js';
import type { OwnersError } from './owner-sockets.js';
import type { EventResult } from './subscription-plan.js';
import type { TokenBearer } from './token-bearer.js';

/** Longest time-out that Node keeps (2³¹ − 1 ms); what expires later is looked at again. */
const longestTimer = 2_147_483_647;

/** What a client's subscription tells whoever holds it. */
export interface ClientWatch {
  left(subscription: ClientSubscription): void;
  /** Tells whether it is read anew after its cursor. */
  stale(subscription: ClientSubscription): boolean;
}

/** One client's subscription: who it is for, what waits for it, and where it stands in the log. */
export class ClientSubscription {
  readonly bearer: TokenBearer;
  readonly queue: EventQueue;
  readonly #onLeft: (subscription: ClientSubscription) => void;
  #begins: string | undefined;
  #left = false;
  #expiry: NodeJS.Timeout | undefined;

  /**
   * @param cursor where it begins; undefined where the owner is yet to tell
   * @param told `left` is called once, when nothing is to be read for it any more; `stale` when it is to be read anew after its cursor
   */
  constructor(bearer: TokenBearer, cursor: string | undefined, { left, stale }: ClientWatch) {
    this.bearer = bearer;
    this.#begins = cursor;
    this.#onLeft = left;
    this.queue = new EventQueue(() => this.#leave(), () => this.cursor !== undefined && stale(this));
  }

  /** Where it goes on when it comes back now: after the last that has left for its connection. */
  get cursor(): string | undefined {
    return this.queue.cursor ?? this.#begins;
  }

  beginsAt(cursor: string): void {
    this.#begins ??= cursor;
  }

  give(result: EventResult): void {
    this.queue.push(result);
  }

  /** Ends, telling why and the cursor to come back with. */
  end({ message, extensions: told }: GraphQLError | OwnersError): void {
    const { http: _http, ...extensions } = told ?? {};
    this.#leave();
    // Who gave a cursor that is of no use is not told to come back with it.
    const resumes = !String(extensions['code']).startsWith('EVENT_CURSOR_') && this.cursor !== undefined;
    this.queue.end(new GraphQLError(message, { extensions: resumes ? { ...extensions, after: this.cursor } : extensions }));
  }

  /** Ends when the token expires; one that was renewed meanwhile expires later. */
  awaitExpiry(): void {
    if (this.#left) return;
    const left = this.bearer.expiresAt - Date.now();
    if (left > 0) {
      this.#expiry = setTimeout(() => this.awaitExpiry(), Math.min(left, longestTimer));
      return;
    }
    this.end(tokenExpired(this.bearer.locale));
  }

  #leave(): void {
    if (this.#left) return;
    this.#left = true;
    clearTimeout(this.#expiry);
    this.#onLeft(this);
  }
}
