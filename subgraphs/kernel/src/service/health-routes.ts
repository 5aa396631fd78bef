import type { FastifyInstance } from 'fastify';

/** What keeps a service from being ready, by part; empty means ready. */
export type Hindrances = Readonly<Record<string, string>>;

/**
 * /health/live: the process answers. /health/ready: it can do its work; else 503 and what hinders it.
 *
 * @param warnings what does not get on although the service is ready, by part
 */
export function healthRoutes(server: FastifyInstance, hindrances: () => Promise<Hindrances>, warnings: () => Hindrances = () => ({})): void {
  server.get('/health/live', async () => ({ status: 'live' }));
  server.get('/health/ready', async (_request, reply) => {
    const found = await hindrances();
    const ready = Object.keys(found).length === 0;
    const warned = warnings();
    const more = Object.keys(warned).length === 0 ? {} : { warnings: warned };
    return reply.code(ready ? 200 : 503).send(ready ? { status: 'ready', ...more } : { status: 'not ready', hindrances: found, ...more });
  });
}
