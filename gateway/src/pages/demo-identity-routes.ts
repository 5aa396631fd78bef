import { mintUserToken } from '@hub/kernel/identity/development-issuer.js';
import { codedError } from '@hub/kernel/refusals/coded-error.js';
import { parseRequest } from '@hub/kernel/service/parse-request.js';
import { localeOf } from '@hub/schema/errors/locale.js';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { DemoIdentity } from './demo-identity.js';

/** A page of somebody else may have its own name led to this machine (DNS rebinding); it then shows that name. */
const localName = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;
const localPeer = /^(127\.|::1$|::ffff:127\.)/;
const forwarding = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

/** Whether it comes from a page of the hub itself, as this machine shows it: behind a proxy that tells nothing of itself the browser still says under which name the page was opened. */
const ofOwnPage = ({ headers: { origin, host } }: FastifyRequest) => origin === `http://${host}` || origin === `https://${host}`;

const wanted = z.object({ name: z.string(), role: z.string() });

/** Which demo identities may be tried, and a token for one: for a browser on this machine, under the development issuer. */
export function demoIdentityRoutes(server: FastifyInstance, identities: readonly DemoIdentity[], dataDir: string): void {
  const offered = ({ headers, socket }: FastifyRequest) => {
    // A proxy on this machine speaks for somebody elsewhere.
    const forwarded = forwarding.some((name) => name in headers);
    return localPeer.test(socket.remoteAddress ?? '') && localName.test(headers.host ?? '') && !forwarded ? identities : [];
  };
  server.get('/explorer/identities', async (request, reply) =>
    reply.header('cache-control', 'no-store').send(offered(request).map(({ name, party, roles, defaultRole }) => ({ name, party, roles, defaultRole }))),
  );
  server.post('/explorer/token', async (request, reply) => {
    const { name, role } = parseRequest(wanted, request.body, request.headers);
    const identity = (ofOwnPage(request) ? offered(request) : []).find((each) => each.name === name && each.roles.includes(role));
    if (!identity) throw codedError('DEMO_IDENTITY_UNKNOWN', localeOf(request.headers['accept-language']), { name: name.slice(0, 40), role: role.slice(0, 40) });
    const token = await mintUserToken(dataDir, { userId: `${name}.1`, partyId: identity.partyId, role });
    return reply.header('cache-control', 'no-store').send({ token });
  });
}
