import type { WebSocket } from 'ws';

const usual = 60_000;
/** Longest time-out that Node keeps (2³¹ − 1 ms). */
const longestTimer = 2_147_483_647;

/**
 * Tells a socket, by a ping with `expiresAt`, that its token is about to expire, so that there is time to send a newer one: a minute
 * before, or when half of its time is over where that is later.
 */
export class ExpiryNotice {
  readonly #socket: WebSocket;
  #timer: NodeJS.Timeout | undefined;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.once('close', () => clearTimeout(this.#timer));
  }

  /** Awaits the expiry of the token in force, in milliseconds since 1970; the one before is not told of any more. */
  await(expiresAt: number | undefined): void {
    clearTimeout(this.#timer);
    if (expiresAt === undefined) return;
    const left = expiresAt - Date.now();
    const wait = Math.max(left - usual, left / 2);
    if (wait <= 0 || wait > longestTimer) return;
    this.#timer = setTimeout(() => {
      if (this.#socket.readyState !== this.#socket.OPEN) return;
      this.#socket.send(JSON.stringify({ type: 'ping', payload: { expiresAt: new Date(expiresAt).toISOString() } }));
    }, wait);
  }
}
