import type { WebSocket } from 'ws';

const every = 15_000;
/** Rounds without a sign of life after which the other side is taken for gone. */
const patience = 4;
/** Rounds that a socket may be open and carry nothing. */
const idleRounds = 20;

/** What is told of a socket whose other side answers and asks for nothing. */
export const idleReason = 'IDLE';

/**
 * Pings a socket and ends it when nothing has come from the other side for a minute, nor anything gone to it (RFC 6455 §5.5.2); closes
 * one that carries nothing for five.
 *
 * @param carries whether anything is under way on it
 */
export function keepAlive(socket: WebSocket, carries: () => boolean): { readonly alive: () => void } {
  let silent = 0;
  let idle = 0;
  const alive = () => {
    silent = 0;
  };
  const timer = setInterval(() => {
    silent += 1;
    idle = carries() ? 0 : idle + 1;
    if (silent > patience) socket.terminate();
    else if (idle > idleRounds) socket.close(1000, idleReason);
    else if (socket.readyState === socket.OPEN) socket.ping();
  }, every);
  socket.on('pong', alive);
  socket.on('message', alive);
  socket.once('close', () => clearInterval(timer));
  return { alive };
}
