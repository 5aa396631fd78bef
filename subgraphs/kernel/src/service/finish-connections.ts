import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Ends each connection with the answer that is under way when the server closes; kept alive, it would hold up the close.
 * So would one that a client opened in reserve: Node's closeIdleConnections leaves out those that never carried a request.
 */
export function finishConnections(server: FastifyInstance): void {
  let closing = false;
  const unused = new Set<Socket>();
  server.server.on('connection', (socket: Socket) => {
    if (closing) return socket.destroy();
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.server.on('request', ({ socket }) => unused.delete(socket));
  server.addHook('preClose', async () => {
    closing = true;
    for (const socket of unused) socket.destroy();
  });
  server.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
}
