import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginInlineTraceDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import { errorMessage } from '@hub/schema/errors/error-message.js';
import { localeOf, type Locale } from '@hub/schema/errors/locale.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';
import { enforceTerms } from '@hub/schema/policy/enforcement/enforce-terms.js';
import { guardWhatIsOpen } from '@hub/schema/policy/enforcement/guard-what-is-open.js';
import { OperationAuthority } from '@hub/schema/policy/enforcement/operation-authority.js';
import { ownKeyTerms } from '@hub/schema/policy/terms/own-key-terms.js';
import { readTerms, type TermsTable } from '@hub/schema/policy/terms/read-terms.js';
import type { Purpose } from '@hub/schema/policy/terms/vocabulary.js';
import fastify, { type FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { mayDoOneOf } from '../acts/may-do-one-of.js';
import { answersAhead, type AnswerAhead } from '../audit/answers-ahead.js';
import { AuditLog } from '../audit/audit-log.js';
import { auditPlugin } from '../audit/audit-plugin.js';
import { auditRoute } from '../audit/audit-route.js';
import { CodeListSnapshots } from '../code-lists/code-list-snapshots.js';
import { filesRoute } from '../files/files-route.js';
import { holdingsRoute } from '../holdings/holdings-route.js';
import { searchedRoute } from '../searched/searched-route.js';
import { authenticator } from '../identity/authenticate.js';
import { nameOfIssuer } from '../identity/issuer.js';
import { keysOfMembers } from '../identity/keys-of-members.js';
import { Membership } from '../identity/membership.js';
import { serviceTokens } from '../identity/service-token.js';
import { tokenVerifier } from '../identity/token-verifier.js';
import { eventsRoute } from '../log/events-route.js';
import { LogWake } from '../log/log-wake.js';
import { EvidenceRecord } from '../preservation/evidence-record.js';
import { Preservation } from '../preservation/preservation.js';
import { ReadingAuthority } from '../sharing/reading-authority.js';
import { answerRowReading } from '../sharing/answer-row-reading.js';
import { RowReadings } from '../sharing/row-readings.js';
import { SharingReplica } from '../sharing/sharing-replica.js';
import { subscriptionSockets } from '../sockets/subscription-sockets.js';
import { logAccess } from '../subscriptions/log-access.js';
import { SubscriptionRunner } from '../subscriptions/subscription-runner.js';
import { leaveRegistry } from '../terms-in-force/leave-registry.js';
import { readToldSchema } from '../terms-in-force/told-schema.js';
import { TermsInForce } from '../terms-in-force/terms-in-force.js';
import type { Database, Transaction } from '../unit-of-work/transaction.js';
import { answerCodedErrors } from './answer-coded-errors.js';
import { boundedJson } from './bounded-json.js';
import { csrfPrevention } from './csrf-prevention.js';
import { finishConnections } from './finish-connections.js';
import { healthRoutes, type Hindrances } from './health-routes.js';
import { auditReader, inboxReaders } from './inbox-readers.js';
import type { LeftOut } from './left-out.js';
import type { Logger } from './logger.js';
import { maskUnexpectedErrors } from './mask-unexpected-errors.js';
import { noStore } from './no-store.js';
import { ownOperations } from './own-operations.js';
import { sharingExtension } from './sharing-extension.js';
import { registry, signatureOfRegistry } from './signature-of-registry.js';
import { statusByMediaType } from './status-by-media-type.js';
import type { SubgraphContext } from './subgraph-context.js';
import type { SubgraphDefinition } from './subgraph-definition.js';
import { owners, type SubgraphEnvironment } from './subgraph-environment.js';
import { subgraphSchema } from './subgraph-schema.js';
import type { RunningWork } from './subgraph-work.js';
import { tellUnreadableInput } from './tell-unreadable-input.js';

/** A subgraph that listens. */
export interface RunningSubgraph {
  readonly owner: string;
  readonly url: string;
  /** Answers what is under way, then closes everything it opened. */
  close(): Promise<void>;
}

const bodyLimit = 16 * 1024 * 1024;
/** Milliseconds for which the inboxes behind wait for a source that does not answer at a start. */
const longestForOneSource = 1_000;

/**
 * Starts a subgraph: its schema with shield in front of every field, its log, its inbox, its health.
 *
 * @param schema one that was built before, of this start alone: shield is put in front of its fields
 */
export async function startSubgraph<
  Tx extends Transaction,
  Db extends Database<Tx>,
  Context extends SubgraphContext<Tx>,
>(
  definition: SubgraphDefinition<Tx, Db, Context>,
  environment: SubgraphEnvironment,
  schema: GraphQLSchema = subgraphSchema(definition),
  leftOut: LeftOut = {},
): Promise<RunningSubgraph> {
  if (Object.keys(leftOut).length > 0 && environment.issuer.kind !== 'development') throw new Error('Nothing is left out of a subgraph where real parties ask.');
  const server = fastify({
    logger: { level: environment.logLevel, name: definition.owner },
    bodyLimit,
    forceCloseConnections: 'idle',
  });
  const database = definition.connect(environment.databaseUrl);
  const wake = new LogWake(environment.databaseUrl);
  try {
    return await serve(definition, environment, { server, database, wake, schema, leftOut });
  } catch (error) {
    // What was opened is closed: a caller that starts several must not be left with a pool of one that did not start.
    await Promise.allSettled([server.close(), wake.stop(), database.$disconnect()]);
    throw error;
  }
}

async function serve<Tx extends Transaction, Db extends Database<Tx>, Context extends SubgraphContext<Tx>>(
  definition: SubgraphDefinition<Tx, Db, Context>,
  environment: SubgraphEnvironment,
  { server, database, wake, schema, leftOut }: { server: FastifyInstance; database: Db; wake: LogWake; schema: GraphQLSchema; leftOut: LeftOut },
): Promise<RunningSubgraph> {
  const { owner } = definition;
  const instance = randomUUID();
  const inbox = typeof definition.inbox === 'function' ? definition.inbox(environment) : definition.inbox;
  await definition.prepare?.(database, environment);

  const membership = new Membership(database, nameOfIssuer(environment.issuer));
  await membership.refresh();
  const desk = new SharingReplica(database);
  await desk.refresh();
  const codeLists = new CodeListSnapshots(database);
  await codeLists.refresh();
  const authenticate = authenticator(tokenVerifier(environment.issuer, server.log, keysOfMembers(membership)), membership, nameOfIssuer(environment.issuer));

  const { openTo: Authority = OperationAuthority } = leftOut;
  const built = leftOut.openTo ? readTerms(schema) : enforceTerms(schema, { owner, maskKey: environment.maskKey });
  const keys = signatureOfRegistry(definition, environment);
  const terms = new TermsInForce({ owner, database, keys, sdl: definition.sdl, built, onTakenUp: (table) => guardWhatIsOpen(schema, owner, built, table), log: server.log });
  await terms.refresh();
  const maskErrors = maskUnexpectedErrors(server.log);
  const logs = logAccess(owner, database, wake, environment.maskKey);

  const audit = new AuditLog({ owner, schema, database, dataDir: environment.dataDir, retention: environment.auditRetention, log: server.log });

  const preservation = definition.files && new Preservation({ owner, database, dataDir: environment.dataDir, namingRows: definition.files.namingRows, timeStamps: environment.files.timeStamps, log: server.log });
  await preservation?.begin();
  const evidence = preservation && new EvidenceRecord({ owner, preservation, required: environment.files.required });

  const newContext = (caller: Caller, locale: Locale, log: Logger = server.log, ahead?: AnswerAhead, table = terms.table): Context => {
    const authority = new Authority(caller, table, (code, parameters) => errorMessage(code as never, locale, parameters), desk.decisionsFor(caller));
    return definition.contextOf({ owner, authority, locale, database, log, logs, codeLists, evidence, ahead }, database, environment);
  };
  const answer = answerRowReading({
    ...{ schema, audit },
    callerOf: ({ userId, partyId, role, onBehalfOf, roleMapping, purpose }) => {
      const under = (purpose ?? undefined) as Purpose | undefined;
      return userId === null ? membership.partyNow({ partyId, role }, under) : membership.callerNow({ userId, partyId, role, onBehalfOf, roleMapping }, under);
    },
    contextsNow: async () => {
      const decisionsFor = await desk.decisionsKept();
      return (caller) => {
        const authority = new ReadingAuthority(caller, terms.table, (code) => code, decisionsFor(caller));
        return { authority, context: definition.contextOf({ owner, authority, locale: 'en', database, log: server.log, logs, codeLists }, database, environment) };
      };
    },
  });

  const rowReadings = new RowReadings({ owner, database, answer, deskHeard: () => !desk.stale, log: server.log });

  const apollo = new ApolloServer<SubgraphContext>({
    schema,
    introspection: true,
    csrfPrevention,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: maskErrors,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      fastifyApolloDrainPlugin(server),
      noStore(),
      sharingExtension(),
      tellUnreadableInput(),
      statusByMediaType(),
      ...(leftOut.withoutAudit ? [] : [auditPlugin(audit, server.log)]),
    ],
  });
  await apollo.start();

  finishConnections(server);
  answerCodedErrors(server);
  boundedJson(server);
  const aheadOf = answersAhead(server, authenticate);
  await server.register(fastifyApollo(apollo), {
    context: async (request) => {
      const { headers, log } = request;
      return newContext(await authenticate.caller(headers), localeOf(headers['accept-language']), log, await aheadOf(request));
    },
  });
  const sockets = subscriptionSockets(server, { authenticate, runner: new SubscriptionRunner({ schema, newContext, maskErrors, audit }) });

  const closing = new AbortController();
  await wake.start();
  eventsRoute(server, {
    ...{ database, wake, authenticate, closing: closing.signal },
    onAsked: async (service, headers) => {
      const told = definition.onToldSchema && readToldSchema(headers);
      if (told) await definition.onToldSchema?.(database, service, told);
    },
  });
  auditRoute(server, { owner, database, audit, authenticate, closing: closing.signal });
  holdingsRoute(server, { database, types: [...ownKeyTerms(owner, schema).keys()], authenticate });
  if (definition.searched) searchedRoute(server, { database, searched: definition.searched, terms: () => terms.table, authenticate });

  const reading = { owner, instance, environment, database, inbox, ownUrl, keys, log: server.log, kept: { membership, desk, codeLists, terms, wakeRowReadings: () => rowReadings.wake() } };
  const readers = inboxReaders(reading);
  const { auditInbox } = definition;
  const auditReaders = auditInbox ? owners.map((source) => auditReader(reading, source, auditInbox)) : [];
  let work: RunningWork | undefined;
  healthRoutes(server, { hindrances, warnings, schema: () => terms.running });
  const operationsUnder = (table: () => TermsTable) => ownOperations({ schema, newContext: (caller, locale) => newContext(caller, locale, server.log, undefined, table()), maskErrors, audit });
  const [operateInForce, operateAsBuilt] = [operationsUnder(() => terms.table), operationsUnder(() => built)];
  definition.routes?.(server, database, environment, authenticate, {
    ...{ operateInForce, operateAsBuilt, wake, membership, closing: closing.signal },
    mayDoOneOf: (caller, acts) => mayDoOneOf(newContext(caller, 'en'), caller, acts),
  });
  const files = definition.files && preservation && filesRoute(server, definition.files, { environment, database, schema, audit, authenticate, newContext, preservation });

  try {
    await server.listen({ host: environment.host, port: environment.port });
    if (!leftOut.withoutSealing) audit.start();
    preservation?.start();
    files?.start();
    rowReadings.start();
    // Before reading begins: where it cannot be made, nothing reads on over a database that is closed.
    work = definition.work?.({
      ...{ schema, database, environment, logs, wake, audit, codeLists, log: server.log },
      members: () => membership.size,
      stuck: () => readers.flatMap(([source, { stuckOn }]) => (stuckOn === undefined ? [] : [source])),
      contextOf: async (member, locale) => {
        const caller = await membership.callerNow(member, undefined);
        return caller && newContext(caller, locale);
      },
    });
  } catch (error) {
    await stopRunning();
    await preservation?.close();
    await audit.close();
    throw error;
  }
  void startReading();

  return {
    owner,
    url: ownUrl(),
    async close() {
      await stopRunning();
      await server.close();
      await preservation?.close();
      await audit.close();
      await wake.stop();
      await database.$disconnect();
    },
  };

  async function hindrances(): Promise<Hindrances> {
    return {
      ...(await database.$queryRawUnsafe('SELECT 1').then(() => ({}), () => ({ database: 'does not answer' }))),
      ...Object.fromEntries(
        readers.flatMap(([source, reader]) =>
          reader.stuckOn !== undefined && source !== registry
            ? [[`inbox of ${source}`, `cannot take in ${reader.stuckOn}: ${reader.fault ?? ''}`]]
            : reader.caughtUp || source === registry
              ? []
              : [[`inbox of ${source}`, reader.fault ?? 'has not been read to its end yet']],
        ),
      ),
      ...Object.fromEntries(
        auditReaders.flatMap(({ stuckOn, fault = '' }, index) => (stuckOn === undefined ? [] : [[`audit log of ${owners[index]}`, `cannot take in ${stuckOn}: ${fault}`]])),
      ),
    };
  }

  async function warnings(): Promise<Hindrances> {
    // A database that does not answer is a hindrance, and told as one.
    const ofReadings = await rowReadings.failing().catch(() => ({}));
    return { ...terms.warnings, ...registryWarnings(), ...ofReadings, ...preservation?.warnings(), ...work?.warnings?.() };
  }

  /** What keeps the registry's word from coming in: the owner serves on with what it has. */
  function registryWarnings(): Hindrances {
    const [, reader] = readers.find(([source]) => source === registry) ?? [];
    const why = reader?.stuckOn === undefined ? reader?.fault : `cannot take in ${reader.stuckOn}: ${reader.fault ?? ''}`;
    return why === undefined ? {} : { [`inbox of ${registry}`]: why };
  }

  /** The registry tells itself, while it listens still. */
  async function sayGoodbye(): Promise<void> {
    if (!server.server.listening) return;
    const at = environment.peers[registry] ?? (owner === registry ? ownUrl() : undefined);
    if (at !== undefined) await leaveRegistry(at, serviceTokens({ ...environment, service: owner }), instance);
  }

  async function stopRunning(): Promise<void> {
    closing.abort();
    await Promise.all([sockets.close(), work?.stop(), rowReadings.stop(), ...readers.map(([, reader]) => reader.stop()), ...auditReaders.map((reader) => reader.stop())]);
    // None of them says any more that this process runs.
    await sayGoodbye();
    await apollo.stop();
  }

  /** One after the other: all at once, each would open a connection of its own, in every owner and at every start. A source that does not answer holds up nobody for long. */
  async function startReading(): Promise<void> {
    for (const reader of [...readers.map(([, each]) => each), ...auditReaders]) {
      if (closing.signal.aborted) return;
      await Promise.race([reader.start(), delay(longestForOneSource, undefined, { ref: false })]);
    }
  }

  function ownUrl(): string {
    const address = server.addresses()[0];
    if (!address || typeof address === 'string') throw new Error(`The subgraph ${owner} listens nowhere.`);
    return `http://${address.address}:${address.port}`;
  }
}
