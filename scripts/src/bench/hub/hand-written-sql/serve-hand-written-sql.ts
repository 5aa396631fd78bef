import fastify from 'fastify';
import { buyerOpener } from '../buyer-opener.js';
import { toldDatabases } from '../databases.js';
import { callerVerifier } from '../verified-caller.js';
import { answerReference } from './answer-reference.js';
import { answerRiskInformation } from './answer-risk-information.js';
import { ownerPools } from './owner-pools.js';
import { rightsOfCentre } from './rights-of-centre.js';

/**
 * Hand-written SQL behind fastify, a route per question, on the hub's own databases: the token is verified, rows that the caller may not see
 * are left out in the WHERE, columns that the caller may not see are null or masked. Arguments: folder of the development issuer, port. What it does not
 * do: tell what was refused, answer any other question, limits, membership that is looked up per request, an audit of who read.
 */
const [dataDir = '', port = '0'] = process.argv.slice(2);
const databases = toldDatabases();
const pools = ownerPools(databases);
const verify = await callerVerifier(databases['exchange'], dataDir);
const withBuyers = buyerOpener(dataDir, { $queryRawUnsafe: async <T>(text: string, ...values: unknown[]) => (await pools['monitoring-center'].query(text, values)).rows as T });
const app = fastify();

app.get('/ready', async () => 'ready');
for (const [route, answer] of [['/reference', answerReference(withBuyers)], ['/risk-information', answerRiskInformation]] as const) {
  app.post<{ Body: { first: number } }>(route, async (request, reply) => {
    const caller = await verify(request.headers.authorization);
    const rights = rightsOfCentre(caller);
    if (!rights) return reply.code(403).send();
    return { data: await answer(pools, caller, rights, request.body.first) };
  });
}
await app.listen({ host: '127.0.0.1', port: Number(port) });
