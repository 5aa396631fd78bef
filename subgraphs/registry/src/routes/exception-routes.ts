import type { Authenticate } from '@hub/kernel/identity/authenticate.js';
import { parseRequest } from '@hub/kernel/service/parse-request.js';
import type { RouteEngine } from '@hub/kernel/service/route-engine.js';
import { localeOf } from '@hub/schema/errors/locale.js';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { RegistryDatabase } from '../repository/database.js';
import { page, text } from './asked.js';
import { documents } from './documents.js';
import { registryCaller } from './registry-caller.js';
import { statusOfErrors } from './status-of.js';

const listed = z.object({ subgraph: text.optional(), ...page() });

/** `GET /registry/exceptions` lists the exceptions from rules of the contract, latest first. */
export function exceptionRoutes(server: FastifyInstance, database: RegistryDatabase, authenticate: Authenticate, { operateInForce }: RouteEngine): void {
  server.get('/registry/exceptions', async ({ headers, query }, reply) => {
    const caller = await registryCaller(database, authenticate, headers);
    const { data, errors } = await operateInForce({ caller, locale: localeOf(headers['accept-language']), document: documents.listedExceptions, variables: parseRequest(listed, query, headers) });
    const exceptions = data?.['schemaRuleExceptions'];
    return exceptions ? reply.send(exceptions) : reply.code(statusOfErrors(errors)).send({ errors });
  });
}
