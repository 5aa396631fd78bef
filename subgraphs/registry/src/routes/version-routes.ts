import type { Authenticate } from '@hub/kernel/identity/authenticate.js';
import type { RouteEngine } from '@hub/kernel/service/route-engine.js';
import { localeOf } from '@hub/schema/errors/locale.js';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { RegistryDatabase } from '../repository/database.js';
import { documents } from './documents.js';
import { registryCaller } from './registry-caller.js';

const listed = z.object({ subgraph: z.string().optional(), first: z.coerce.number().int().min(1).max(100).default(20), after: z.string().optional() });
const named = z.object({ subgraph: z.string(), version: z.union([z.literal('latest'), z.coerce.number().int().min(1)]) });

/** `GET /registry/versions` lists versions, `GET /registry/versions/<subgraph>/<version or latest>` gives one with its text. */
export function versionRoutes(server: FastifyInstance, database: RegistryDatabase, authenticate: Authenticate, { operate }: RouteEngine): void {
  server.get('/registry/versions', async ({ headers, query }, reply) => {
    const caller = await registryCaller(database, authenticate, headers);
    const { data, errors } = await operate({ caller, locale: localeOf(headers['accept-language']), document: documents.versions, variables: listed.parse(query) });
    const versions = data?.['schemaVersions'];
    return versions ? reply.send(versions) : reply.code(403).send({ errors });
  });

  server.get('/registry/versions/:subgraph/:version', async ({ headers, params }, reply) => {
    const caller = await registryCaller(database, authenticate, headers);
    const { subgraph, version } = named.parse(params);
    const latest = version === 'latest';
    const { data, errors } = await operate({
      caller,
      locale: localeOf(headers['accept-language']),
      document: latest ? documents.latest : documents.version,
      variables: latest ? { subgraph } : { subgraph, version },
    });
    const versions = data?.['schemaVersions'] as { nodes: object[] } | null | undefined;
    if (!versions) return reply.code(403).send({ errors });
    const [found] = versions.nodes;
    return found ? reply.send(found) : reply.code(404).send({ errors: [{ message: `There is no version ${version} of ${subgraph}.`, extensions: { code: 'NOT_FOUND' } }] });
  });
}
