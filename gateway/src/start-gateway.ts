import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import { bearerClaims } from '@hub/kernel/identity/bearer-claims.js';
import type { Issuer } from '@hub/kernel/identity/issuer.js';
import { serviceTokens } from '@hub/kernel/identity/service-token.js';
import type { TokenClaims } from '@hub/kernel/identity/token-claims.js';
import { publishedClientKeys } from '@hub/kernel/identity/published-client-keys.js';
import { tokenVerifier, type TokenVerifier } from '@hub/kernel/identity/token-verifier.js';
import { answerCodedErrors } from '@hub/kernel/service/answer-coded-errors.js';
import { boundedJson } from '@hub/kernel/service/bounded-json.js';
import { csrfPrevention } from '@hub/kernel/service/csrf-prevention.js';
import { healthRoutes } from '@hub/kernel/service/health-routes.js';
import { noStore } from '@hub/kernel/service/no-store.js';
import { statusByMediaType } from '@hub/kernel/service/status-by-media-type.js';
import { tellUnreadableInput } from '@hub/kernel/service/tell-unreadable-input.js';
import { leaveRegistry } from '@hub/kernel/terms-in-force/leave-registry.js';
import { localeOf } from '@hub/schema/errors/locale.js';
import fastify from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { answerPlugin } from './answer/answer-plugin.js';
import { clientGone } from './answer/client-gone.js';
import { formatError } from './answer/format-error.js';
import { SubgraphAnswers } from './answer/subgraph-answers.js';
import type { GatewayEnvironment } from './environment.js';
import { documentRoutes } from './documents/document-routes.js';
import { Documents } from './documents/documents.js';
import { exportRoutes } from './exports/export-routes.js';
import { Exports } from './exports/exports.js';
import { SupergraphInForce } from './exports/supergraph-in-force.js';
import { finishConnections } from '@hub/kernel/service/finish-connections.js';
import type { GatewayContext } from './gateway-context.js';
import { jwksRoute } from './jwks-route.js';
import { admissionBy } from './limits/admission-by.js';
import { CostLimits } from './limits/cost/cost-limits.js';
import { HttpAdmission } from './limits/http-admission.js';
import { limitsPlugin } from './limits/limits-plugin.js';
import { OperationDeadline } from './limits/operation-deadline.js';
import { persistedQueries } from './limits/operations/persisted-queries.js';
import { RegistryOperations } from './limits/operations/registry-operations.js';
import { refuseBatch } from './limits/refuse-batch.js';
import { hubPages } from './pages/hub-pages.js';
import { proxiedRoutes } from './proxied-routes.js';
import { quietEnvironment } from './quiet-environment.js';
import { readiness } from './readiness.js';
import { sheetRoutes } from './sheets/sheet-routes.js';
import { Sheets } from './sheets/sheets.js';
import { EventCompletion } from './subscriptions/event-completion.js';
import { OwnerSockets } from './subscriptions/owner-sockets.js';
import { serveSubscriptions, type ServedSubscriptions } from './subscriptions/serve-subscriptions.js';
import { SubscriptionPlanner } from './subscriptions/subscription-planner.js';
import { ExecutingGateway } from './supergraph/executing-gateway.js';
import { RegistryClient } from './supergraph/registry-client.js';
import { SupergraphSource } from './supergraph/supergraph-source.js';
import { clientName } from './usage/client-name.js';
import { UsageRecorder } from './usage/usage-recorder.js';
import { UsageReporter } from './usage/usage-reporter.js';
import { askSubgraphs } from './upstream/ask-subgraphs.js';
import { forwardedHeaders } from './upstream/forwarded-headers.js';
import { ownIdentity } from './upstream/own-identity.js';
import { SubgraphPools } from './upstream/subgraph-pools.js';

/** A gateway that listens. */
export interface RunningGateway {
  readonly url: string;
  /** Answers what is under way, then closes everything it opened. */
  close(): Promise<void>;
}

const requestTimeout = 30_000;

/**
 * Starts the gateway: it verifies the caller, plans, and asks the owners; it owns no data.
 * @throws SupergraphMissing
 */
export async function startGateway(environment: GatewayEnvironment): Promise<RunningGateway> {
  quietEnvironment();
  const { subgraphs, upstreamTimeout, issuer, limits } = environment;
  const server = fastify({
    logger: { level: environment.logLevel, name: 'gateway' },
    bodyLimit: limits.LIMIT_BODY_BYTES,
    requestTimeout,
    forceCloseConnections: 'idle',
    trustProxy: environment.trustedProxies.length > 0 && [...environment.trustedProxies],
  });
  const pools = new SubgraphPools(subgraphs, { timeout: upstreamTimeout, share: environment.shareUpstreamRequests });
  const verify = issuer && tokenVerifier(issuer, server.log, publishedClientKeys(subgraphs['exchange']));
  const claims = verify ? bearerClaims(verify) : async () => undefined;

  const askFor = (context: GatewayContext) => askSubgraphs((subgraph) => pools.clientOf(subgraph), context, server.log);
  const registry = environment.supergraph === undefined ? registryOf(issuer) : undefined;
  const source = registry && new SupergraphSource({ registry, dataDir: environment.dataDir, variant: environment.supergraphVariant, log: server.log });
  const usage = registry && source && usageRecorder(registry, source.instance);
  const operations = registry && environment.safelist && environment.safelist.file === undefined ? await RegistryOperations.follow({ registry, dataDir: environment.dataDir, log: server.log }) : undefined;
  const admission = await admissionBy(environment, server.log, operations);
  const httpAdmission = new HttpAdmission(admission);
  const gateway = new ExecutingGateway({ supergraphSdl: source ?? environment.supergraph ?? '', askFor, usage, logger: server.log });
  const costs = new CostLimits(limits.LIMIT_COST, gateway);
  const inForce = new SupergraphInForce(gateway);
  // Foreign subgraphs are not shown the gateway's own token.
  const vouching = source && issuer && ownIdentity(ownTokens(issuer));
  const subscriptions = issuer && verify && subscriptionsFor(issuer, verify);

  let documents: Documents | undefined;

  const apollo = new ApolloServer<GatewayContext>({
    gateway,
    // Refused by our own limits, with a code.
    introspection: true,
    csrfPrevention,
    persistedQueries: persistedQueries(environment),
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: server.log,
    formatError: formatError(server.log),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      fastifyApolloDrainPlugin(server),
      noStore(),
      limitsPlugin(costs),
      answerPlugin(server.log),
      tellUnreadableInput(),
      statusByMediaType(),
    ],
  });

  try {
    await apollo.start().catch(async (error: unknown) => {
      await source?.discardUnheard();
      throw error;
    });
    answerCodedErrors(server);
    boundedJson(server);
    finishConnections(server);
    await server.register(fastifyApollo(apollo), {
      context: async (request, reply) => {
        const { headers, body } = request;
        const claimed = await claims(headers);
        const locale = localeOf(headers['accept-language']);
        refuseBatch(body, locale);
        const { text, listed } = httpAdmission.admit(request);
        return contextOf(headers, claimed, { listed: listed ? text : undefined, gone: clientGone(reply.raw) });
      },
    });
    if (issuer) jwksRoute(server, issuer);
    if (verify) await serveExports(bearerClaims(verify));
    if (verify) await serveDocuments(bearerClaims(verify));
    if (verify) await serveSheets(bearerClaims(verify));
    if (source) {
      healthRoutes(server, { hindrances: readiness(pools, source), warnings: () => source.warnings });
      // The registry delivers the whole there, which a contract is not to tell.
      const reached = environment.supergraphVariant === undefined ? subgraphs : Object.fromEntries(Object.entries(subgraphs).filter(([owner]) => owner !== 'registry'));
      await proxiedRoutes(server, reached, upstreamTimeout);
    } else {
      // Foreign subgraphs have no such addresses.
      healthRoutes(server, { hindrances: async () => ({}) });
    }
    await hubPages(server, environment);
    await server.listen({ host: environment.host, port: environment.port });
  } catch (error) {
    await close();
    throw error;
  }
  const address = server.addresses()[0];
  if (!address || typeof address === 'string') throw new Error('The gateway listens nowhere.');
  return { url: `http://${address.address}:${address.port}`, close };

  async function close(): Promise<void> {
    await subscriptions?.close();
    await apollo.stop().catch(() => undefined);
    await server.close();
    await documents?.close();
    await usage?.close();
    if (source) await leaveHub(source.instance);
    await operations?.close();
    await pools.close();
  }

  /** The registry is told that this gateway serves no more: it asks for no news now. */
  async function leaveHub(instance: string): Promise<void> {
    const at = subgraphs['registry'];
    if (at !== undefined && issuer) await leaveRegistry(at, ownTokens(issuer), instance);
  }

  function contextOf(headers: IncomingHttpHeaders, claimed: TokenClaims | undefined, { listed, gone }: { listed?: string | undefined; gone: AbortSignal }): GatewayContext {
    return {
      forwarded: { ...forwardedHeaders(headers), ...vouching?.() },
      usedBy: claimed?.kind === 'user' ? { partyId: claimed.partyId, client: clientName(headers) } : undefined,
      locale: localeOf(headers['accept-language']),
      answers: new SubgraphAnswers(),
      listed,
      deadline: new OperationDeadline(limits.LIMIT_TIME_MS, gone),
    };
  }

  async function serveExports(claimsOf: (headers: IncomingHttpHeaders) => Promise<TokenClaims>): Promise<void> {
    const exports = new Exports({ apollo, inForce, admission, costs, limits: environment.exports, dataDir: environment.dataDir, log: server.log });
    await exports.open();
    exportRoutes(server, { exports, claims: claimsOf, contextFor: (headers, claimed, gone) => contextOf(headers, claimed, { gone }) });
  }

  async function serveDocuments(claimsOf: (headers: IncomingHttpHeaders) => Promise<TokenClaims>): Promise<void> {
    documents = new Documents({ apollo, inForce, limits: environment.documents, dataDir: environment.dataDir });
    await documents.open();
    documentRoutes(server, { documents, claims: claimsOf, contextFor: (headers, claimed, gone) => contextOf(headers, claimed, { gone }) });
  }

  async function serveSheets(claimsOf: (headers: IncomingHttpHeaders) => Promise<TokenClaims>): Promise<void> {
    const sheets = new Sheets({ apollo, inForce, limits: environment.sheets });
    await sheetRoutes(server, { sheets, bodyLimit: environment.sheets.SHEET_BYTES, claims: claimsOf, contextFor: (headers, claimed, gone) => contextOf(headers, claimed, { gone }) });
  }

  function subscriptionsFor(from: Issuer, verifies: TokenVerifier): ServedSubscriptions {
    const completion = new EventCompletion(askFor, limits.LIMIT_TIME_MS);
    return serveSubscriptions(server, verifies, { ofMessages: admission, ofRequests: httpAdmission }, {
      planner: new SubscriptionPlanner(gateway, completion, costs),
      sockets: new OwnerSockets(subgraphs, ownTokens(from)),
      perParty: environment.subscriptionsPerParty,
      usage,
      maskErrors: formatError(server.log),
    });
  }

  function ownTokens(from: Issuer): () => Promise<string> {
    return serviceTokens({ ...environment, issuer: from, service: 'gateway' });
  }

  function registryOf(from: Issuer | undefined): RegistryClient {
    const pool = pools.of('registry');
    if (!pool || !from) throw new Error('No address or no issuer of the registry is set.');
    return new RegistryClient(pool, ownTokens(from), environment.supergraphVariant);
  }

  function usageRecorder(registry: RegistryClient, instance: string): UsageRecorder {
    const reporter = new UsageReporter({ send: (report) => registry.reportUsage(report, instance), log: server.log });
    return new UsageRecorder({ reporter, log: server.log, every: environment.usageReportSeconds * 1000 });
  }
}
