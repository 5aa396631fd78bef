import type { WebSocket } from 'ws';

const every = 15_000;
/** Rounds without a sign of life after which the other side is taken for gone. */
const patience = 4;

/** Pings a socket and ends it when nothing has come from the other side for a minute, nor anything gone to it (RFC 6455 §5.5.2). */
export function keepAlive(socket: WebSocket): { readonly alive: () => void } {
  let silent = 0;
  const alive = () => {
    silent = 0;
  };
  const timer = setInterval(() => {
    silent += 1;
    if (silent > patience) socket.terminate();
    else if (socket.readyState === socket.OPEN) socket.ping();
  }, every);
  socket.on('pong', alive);
  socket.on('message', alive);
  socket.once('close', () => clearInterval(timer));
  return { alive };
}
