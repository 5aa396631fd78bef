import type { Authenticate } from '@hub/kernel/identity/authenticate.js';
import { parseRequest } from '@hub/kernel/service/parse-request.js';
import type { RouteEngine } from '@hub/kernel/service/route-engine.js';
import { localeOf } from '@hub/schema/errors/locale.js';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { RegistryDatabase } from '../repository/database.js';
import { page, text } from './asked.js';
import { documents } from './documents.js';
import { notFound } from './not-found.js';
import { registryCaller } from './registry-caller.js';
import { statusOfErrors } from './status-of.js';

const listed = z.object({ state: z.enum(['OPEN', 'APPROVED', 'REJECTED', 'PUBLISHED']).optional(), ...page() });
const named = z.object({ id: text });

/** `GET /registry/proposals` lists proposals, latest first; `GET /registry/proposals/<id>` gives one with its texts. */
export function proposalRoutes(server: FastifyInstance, database: RegistryDatabase, authenticate: Authenticate, { operateInForce }: RouteEngine): void {
  server.get('/registry/proposals', async ({ headers, query }, reply) => {
    const caller = await registryCaller(database, authenticate, headers);
    const { data, errors } = await operateInForce({ caller, locale: localeOf(headers['accept-language']), document: documents.listedProposals, variables: parseRequest(listed, query, headers) });
    const proposals = data?.['schemaProposals'];
    return proposals ? reply.send(proposals) : reply.code(statusOfErrors(errors)).send({ errors });
  });

  server.get('/registry/proposals/:id', async ({ headers, params }, reply) => {
    const { id } = parseRequest(named, params, headers);
    const caller = await registryCaller(database, authenticate, headers);
    const { data, errors } = await operateInForce({ caller, locale: localeOf(headers['accept-language']), document: documents.proposal, variables: { id } });
    const proposal = data?.['schemaProposal'];
    if (proposal) return reply.send(proposal);
    return errors && errors.length > 0 ? reply.code(statusOfErrors(errors)).send({ errors }) : notFound(reply, headers, 'SchemaProposal', id);
  });
}
