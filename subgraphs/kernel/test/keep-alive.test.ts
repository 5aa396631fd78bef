import { EventEmitter } from 'node:events';
import type { WebSocket } from 'ws';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepAlive } from '../src/sockets/keep-alive.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A socket as far as it is kept alive. */
function played() {
  const said: string[] = [];
  const socket = Object.assign(new EventEmitter(), {
    OPEN: 1,
    readyState: 1,
    ping: () => void said.push('ping'),
    terminate: () => void said.push('terminate'),
    close: (code: number, reason: string) => void said.push(`close ${code} ${reason}`),
  });
  return { socket: socket as unknown as WebSocket & EventEmitter, said };
}
const minutes = (count: number) => vi.advanceTimersByTime(count * 60_000);

it('a socket whose other side is silent for more than a minute is ended', () => {
  const { socket, said } = played();
  keepAlive(socket, () => true);
  minutes(1);
  expect(said).toEqual(['ping', 'ping', 'ping', 'ping']);
  minutes(0.25);
  expect(said.at(-1)).toBe('terminate');
});

it('one that carries nothing for more than five minutes is closed, however often its other side answers', () => {
  const { socket, said } = played();
  let carries = true;
  keepAlive(socket, () => carries);
  for (let quarter = 0; quarter < 40; quarter += 1) {
    minutes(0.25);
    socket.emit('pong');
  }
  expect(new Set(said)).toEqual(new Set(['ping']));
  carries = false;
  for (let quarter = 0; quarter < 20; quarter += 1) {
    minutes(0.25);
    socket.emit('pong');
  }
  expect(said.at(-1)).toBe('ping');
  minutes(0.25);
  expect(said.at(-1)).toBe('close 1000 IDLE');
  socket.emit('close');
  const before = said.length;
  minutes(2);
  expect(said).toHaveLength(before);
});
