import type { FastifyInstance } from 'fastify';
import type { RunningSchema } from '../terms-in-force/terms-in-force.js';

/** What keeps a service from being ready, by part; empty means ready. */
export type Hindrances = Readonly<Record<string, string>>;

/** What a service tells of its health. */
export interface Health {
  readonly hindrances: () => Promise<Hindrances>;
  /** What does not get on although the service is ready, by part. */
  readonly warnings?: () => Hindrances | Promise<Hindrances>;
  /** Which schema the code was built with, and which is in force. */
  readonly schema?: () => RunningSchema;
}

/** /health/live: the process answers. /health/ready: it can do its work; else 503 and what hinders it. /health/schema: the schemas built and in force, of a service that has one. */
export function healthRoutes(server: FastifyInstance, { hindrances, warnings = () => ({}), schema }: Health): void {
  if (schema) server.get('/health/schema', async () => schema());
  server.get('/health/live', async () => ({ status: 'live' }));
  server.get('/health/ready', async (_request, reply) => {
    const found = await hindrances();
    const ready = Object.keys(found).length === 0;
    const warned = await warnings();
    const more = Object.keys(warned).length === 0 ? {} : { warnings: warned };
    return reply.code(ready ? 200 : 503).send(ready ? { status: 'ready', ...more } : { status: 'not ready', hindrances: found, ...more });
  });
}
