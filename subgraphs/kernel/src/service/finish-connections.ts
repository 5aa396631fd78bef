import type { FastifyInstance } from 'fastify';

/** Ends each connection with the answer that is under way when the server closes; kept alive, it would hold up the close. */
export function finishConnections(server: FastifyInstance): void {
  let closing = false;
  server.addHook('preClose', async () => {
    closing = true;
  });
  server.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
}
