import type { Authenticate } from '@hub/kernel/identity/authenticate.js';
import { codedError } from '@hub/kernel/refusals/coded-error.js';
import { parseRequest } from '@hub/kernel/service/parse-request.js';
import { readReportingGateway } from '@hub/kernel/terms-in-force/reporting-gateway.js';
import type { RouteEngine } from '@hub/kernel/service/route-engine.js';
import { localeOf } from '@hub/schema/errors/locale.js';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { usedOrNot, type CountedUsage } from '../domain/used-or-not.js';
import type { RegistryDatabase } from '../repository/database.js';
import { tokenInForce, tokenOfUser } from '../repository/registry-token.js';
import { takeInUsage } from '../repository/take-in-usage.js';
import { usageReport } from '../repository/usage-report.js';
import { int, text } from './asked.js';
import { documents } from './documents.js';
import { notFound } from './not-found.js';
import { registryCaller } from './registry-caller.js';
import { statusOfErrors } from './status-of.js';

/** A report of 10,000 uses with the shapes of their operations. */
const reportLimit = 64 * 1024 * 1024;

const days = int.default(30);
const asked = z.union([
  z.strictObject({ subgraph: text, days, show: z.enum(['ALL', 'UNUSED', 'DEPRECATED_AND_USED']).default('ALL') }),
  z.strictObject({ coordinate: text, days }),
]);

/**
 * `POST /registry/usage` takes a gateway's report of what was used; `GET /registry/usage?subgraph=…` tells how a subgraph's fields were used, and `?coordinate=…` who uses one.
 * A subgraph's own registry token is told which of its fields were used in the days by which changes are judged, whatever days it asks for, and no numbers: they would tell an owner when others ask.
 *
 * @param usageDays the days by which changes are judged
 */
export function usageRoutes(server: FastifyInstance, database: RegistryDatabase, authenticate: Authenticate, { operateInForce }: RouteEngine, usageDays: number): void {
  server.post('/registry/usage', { bodyLimit: reportLimit }, async ({ headers, body }, reply) => {
    const service = await authenticate.service(headers);
    if (service !== 'gateway') throw codedError('SERVICE_ONLY', localeOf(headers['accept-language']));
    return reply.send(await takeInUsage(database, parseRequest(usageReport, body, headers), readReportingGateway(headers)));
  });

  server.get('/registry/usage', async ({ headers, query }, reply) => {
    const locale = localeOf(headers['accept-language']);
    const caller = await registryCaller(database, authenticate, headers);
    const question = parseRequest(asked, query, headers);
    const tokenId = tokenOfUser(caller.userId);
    if (tokenId !== undefined) {
      const token = await tokenInForce(database, { id: tokenId });
      if (!token) throw codedError('REGISTRY_TOKEN_REFUSED', locale);
      if (!('subgraph' in question) || question.subgraph !== token.subgraph) throw codedError('REGISTRY_TOKEN_ELSEWHERE', locale, { subgraph: token.subgraph });
    }
    const document = 'subgraph' in question ? documents.schemaUsage : documents.fieldUsage;
    const { data, errors } = await operateInForce({ caller, locale, document, variables: tokenId === undefined ? question : { ...question, days: usageDays } });
    const usage = data?.['usage'];
    if (usage) return reply.send(tokenId === undefined ? usage : usedOrNot(usage as CountedUsage));
    if (errors?.length) return reply.code(statusOfErrors(errors)).send({ errors });
    return notFound(reply, headers, 'Subgraph', 'subgraph' in question ? question.subgraph : '');
  });
}
