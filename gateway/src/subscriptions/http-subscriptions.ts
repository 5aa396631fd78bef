import { pathOf } from '@hub/kernel/sockets/path-of.js';
import type { FindsMember } from '@hub/kernel/sockets/socket-member.js';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GraphQLError, OperationTypeNode, getOperationAST, parse } from 'graphql';
import { z } from 'zod';
import type { HttpAdmission } from '../limits/http-admission.js';
import type { GatewaySubscriptions } from './gateway-subscriptions.js';
import { streamFormatOf } from './stream-format.js';
import { streamRefusal, streamResults } from './stream-results.js';
import type { SubscriptionRequest } from './subscription-plan.js';
import type { TokenBearer } from './token-bearer.js';

const path = '/graphql';
const posted = z.object({ operationName: z.string().nullish(), variables: z.record(z.string(), z.unknown()).nullish() });
const asked = posted.extend({ variables: z.string().transform(parsedJson).pipe(posted.shape.variables).nullish() });

/**
 * Answers subscriptions over HTTP at /graphql, where the request accepts a response that stays open: server-sent events or multipart.
 * Everything else goes on to where queries are answered.
 */
export function httpSubscriptions(
  server: FastifyInstance,
  options: { authenticate: FindsMember<TokenBearer>; subscriptions: GatewaySubscriptions; admission: HttpAdmission },
): void {
  const { authenticate, subscriptions, admission } = options;
  server.addHook('preHandler', async (request, reply) => {
    const format = pathOf(request.url) === path ? streamFormatOf(request.headers.accept) : undefined;
    const wanted = format && subscriptionOf(request, admission);
    if (!format || !wanted) return;
    const bearer = await authenticate.member(request.headers);
    const started = await subscriptions.start(resumed(wanted, request), bearer);
    reply.hijack();
    if (!('results' in started)) return streamRefusal(reply.raw, format, started.map((error) => error.toJSON()));
    await streamResults(reply.raw, format, started.results);
  });
}

/**
 * The subscription that a request asks for; undefined where it asks for something else, or for what cannot be read or is not admitted, which
 * is refused where queries are answered.
 */
function subscriptionOf(request: FastifyRequest, admission: HttpAdmission): SubscriptionRequest | undefined {
  const { data } = request.method === 'POST' ? posted.safeParse(request.body) : asked.safeParse(request.query);
  if (!data) return undefined;
  try {
    const { text } = admission.admit(request);
    if (text === undefined) return undefined;
    return getOperationAST(parse(text), data.operationName)?.operation === OperationTypeNode.SUBSCRIPTION ? { ...data, query: text } : undefined;
  } catch (error) {
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
}

/** The request, going on after what a browser says that it had last. */
function resumed(request: SubscriptionRequest, { headers }: FastifyRequest): SubscriptionRequest {
  const last = headers['last-event-id'];
  return typeof last === 'string' && last !== '' ? { ...request, resumeAfter: last } : request;
}

function parsedJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'is no JSON' });
    return z.NEVER;
  }
}
