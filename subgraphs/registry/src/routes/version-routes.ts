import type { Authenticate } from '@hub/kernel/identity/authenticate.js';
import { parseRequest } from '@hub/kernel/service/parse-request.js';
import type { RouteEngine } from '@hub/kernel/service/route-engine.js';
import { localeOf } from '@hub/schema/errors/locale.js';
import { pageSize } from '@hub/schema/policy/cost/page-size.js';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { RegistryDatabase } from '../repository/database.js';
import { forgetRunningSchema } from '../repository/note-running-schema.js';
import { int, page, text } from './asked.js';
import { documents } from './documents.js';
import { notFound } from './not-found.js';
import { operationsFor } from './operations-for.js';
import { registryCaller } from './registry-caller.js';
import { statusOfErrors } from './status-of.js';

const listed = z.object({ subgraph: text.optional(), ...page(pageSize.limit) });
const named = z.object({ subgraph: text, version: z.union([z.literal('latest'), int.pipe(z.int32().min(1))]) });
const process = z.object({ instance: z.uuid() });
const dated = z.object({ at: z.iso.datetime({ offset: true }).optional() });

/**
 * `GET /registry/versions` lists versions, `GET /registry/versions/<subgraph>/<version or latest>` gives one with its text, `…/latest?at=<time>` the one that was
 * in force then; `GET /registry/running` tells what each service of the hub has, and `DELETE /registry/running/<instance>` is how a process of one says that it stops.
 */
export function versionRoutes(server: FastifyInstance, database: RegistryDatabase, authenticate: Authenticate, engine: RouteEngine): void {
  server.get('/registry/versions', async ({ headers, query }, reply) => {
    const caller = await registryCaller(database, authenticate, headers);
    const { data, errors } = await operationsFor(caller, engine)({ caller, locale: localeOf(headers['accept-language']), document: documents.versions, variables: parseRequest(listed, query, headers) });
    const versions = data?.['schemaVersions'];
    return versions ? reply.send(versions) : reply.code(statusOfErrors(errors)).send({ errors });
  });

  server.get('/registry/running', async ({ headers }, reply) => {
    const caller = await registryCaller(database, authenticate, headers);
    const { data, errors } = await operationsFor(caller, engine)({ caller, locale: localeOf(headers['accept-language']), document: documents.running, variables: {} });
    const running = data?.['runningSchemas'];
    return running ? reply.send(running) : reply.code(statusOfErrors(errors)).send({ errors });
  });

  server.delete('/registry/running/:instance', async ({ headers, params }, reply) => {
    await forgetRunningSchema(database, await authenticate.service(headers), parseRequest(process, params, headers).instance);
    return reply.code(204).send();
  });

  server.get('/registry/versions/:subgraph/:version', async ({ headers, params, query }, reply) => {
    const caller = await registryCaller(database, authenticate, headers);
    const { subgraph, version } = parseRequest(named, params, headers);
    const { at } = parseRequest(dated, query, headers);
    const [document, variables] =
      version !== 'latest' ? [documents.version, { subgraph, version }] : at === undefined ? [documents.latest, { subgraph }] : [documents.asOf, { subgraph, at }];
    const { data, errors } = await operationsFor(caller, engine)({ caller, locale: localeOf(headers['accept-language']), document, variables });
    const found = data?.['schemaVersionAsOf'] ?? (data?.['schemaVersions'] as { nodes: object[] } | null | undefined)?.nodes[0];
    if (found) return reply.send(found);
    return errors && errors.length > 0 ? reply.code(statusOfErrors(errors)).send({ errors }) : notFound(reply, headers, 'SchemaVersion', `${subgraph} ${version}`);
  });
}
