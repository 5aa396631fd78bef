import { calendarInForce } from '@hub/kernel/calendar/calendar-in-force.js';
import { operatorsCalendar } from '@hub/kernel/calendar/operators-calendar.js';
import { nameOfIssuer } from '@hub/kernel/identity/issuer.js';
import type { SubgraphDefinition } from '@hub/kernel/service/subgraph-definition.js';
import type { RunningWork } from '@hub/kernel/service/subgraph-work.js';
import { preparePersonalKey } from '@hub/kernel/personal/prepare-personal-key.js';
import { together } from '@hub/kernel/service/together.js';
import { inBatches } from '@hub/kernel/unit-of-work/in-batches.js';
import { calendarListId } from '@hub/schema/code-lists/calendar-codes.js';
import { sdl } from '@hub/schema/generated/exchange.js';
import { keyTerms } from '@hub/schema/generated/key-terms.js';
import { subjectScope } from '@hub/schema/policy/decision/subject-scope.js';
import type { Context } from './context.js';
import { catalogueCountSecondsOf, deskSettingsOf, embargoSettingsOf, mailSettingsOf, searchPaceOf, userSettingsOf, webhookSettingsOf } from './environment.js';
import { resolvers } from './generated/resolvers.js';
import { holdingsWatch } from './catalogue/holdings-watch.js';
import { dutySweep } from './clocks/duty-sweep.js';
import { ReminderSender } from './clocks/reminder-sender.js';
import { EmbargoWatch } from './embargo/embargo-watch.js';
import { inbox } from './inbox/inbox.js';
import { takeInSealedAudit } from './inbox/take-in-sealed-audit.js';
import { loaders } from './loaders/loaders.js';
import { connectExchange, type ExchangeDatabase, type ExchangeTransaction } from './repository/database.js';
import { namedFiles } from './repository/named-files.js';
import { namingRows } from './repository/naming-rows.js';
import { repositories } from './repository/repositories.js';
import { sealContactsOfBefore } from './repository/seal-contacts-of-before.js';
import { sealNamesOfBefore } from './repository/seal-names-of-before.js';
import { catalogueRoutes } from './routes/catalogue-routes.js';
import { clientKeysRoute } from './routes/client-keys-route.js';
import { matcher } from './matching/matcher.js';
import { searchIndexer } from './search/search-indexer.js';
import { searcher } from './search/searcher.js';
import { correctionSweep } from './sharing/correction-sweep.js';
import { sharingSweep } from './sharing/sharing-sweep.js';
import { contactKeepingOf } from './users/contact-keeping-of.js';
import { nameSweep } from './users/name-sweep.js';
import { userKeepingOf } from './users/user-keeping-of.js';
import { WebhookCaller } from './webhooks/webhook-caller.js';

/** The subgraph of what belongs to all (共享信息资源库, 5.4.4): participants, the feed of all events and its webhooks, the search, duties, the sharing desk. */
export const exchangeService: SubgraphDefinition<ExchangeTransaction, ExchangeDatabase, Context> = {
  owner: 'exchange',
  sdl,
  resolvers,
  connect: connectExchange,
  contextOf: (context, database, environment) => {
    // On whose terms the subjects of events are seen: those of the owner of each type.
    const userKeeping = userKeepingOf(environment);
    const contactKeeping = contactKeepingOf(environment);
    const own = repositories(database, context.authority.caller, subjectScope(keyTerms, context.authority.caller), { userKeeping, contactKeeping });
    const now = new Date();
    const webhookSettings = webhookSettingsOf(environment);
    const workingCalendar = () => calendarInForce(operatorsCalendar(environment), context.codeLists.get(calendarListId));
    return { ...context, repositories: own, loaders: loaders(context.authority, own, now), now, webhookSettings, userKeeping, contactKeeping, trustedIssuer: nameOfIssuer(environment.issuer), workingCalendar, maskKey: environment.maskKey, search: searcher(context.authority, own.search, context.locale), matcher: matcher(context.authority, own.search, context.locale) };
  },
  files: { acts: ['recordMembershipApplication'], namedIn: namedFiles, namingRows },
  inbox,
  auditInbox: takeInSealedAudit,
  routes: (server, _database, _environment, authenticate, engine) => {
    clientKeysRoute(server, engine.membership);
    catalogueRoutes(server, authenticate, engine);
  },
  prepare: async (database, environment) => {
    // A wrong one stops the start, not the first call.
    webhookSettingsOf(environment);
    deskSettingsOf(environment);
    embargoSettingsOf(environment);
    mailSettingsOf(environment);
    catalogueCountSecondsOf(environment);
    searchPaceOf(environment);
    await preparePersonalKey(database, environment.dataDir, 'names of users and addresses of parties');
    await inBatches(database, 'exchange', (unit) => sealContactsOfBefore(unit, contactKeepingOf(environment)));
    await inBatches(database, 'exchange', (unit) => sealNamesOfBefore(unit, userKeepingOf(environment)));
  },
  work: (engine) => {
    const settings = webhookSettingsOf(engine.environment);
    const { sweepSeconds: seconds, dutySweepSeconds, dutySettlingSeconds } = deskSettingsOf(engine.environment);
    const calendar = () => calendarInForce(operatorsCalendar(engine.environment), engine.codeLists.get(calendarListId));
    const embargo = embargoSettingsOf(engine.environment);
    const work: RunningWork[] = [sharingSweep({ database: engine.database, log: engine.log, calendar, seconds })];
    work.push(correctionSweep({ database: engine.database, log: engine.log, calendar, seconds, settling: embargo.settling }));
    work.push(dutySweep({ ...engine, calendar, seconds: dutySweepSeconds, settling: dutySettlingSeconds }));
    work.push(holdingsWatch(engine, catalogueCountSecondsOf(engine.environment)));
    work.push(searchIndexer(engine, searchPaceOf(engine.environment)));
    work.push(new EmbargoWatch(engine, embargo));
    work.push(nameSweep({ ...engine, keeping: userKeepingOf(engine.environment), contacts: contactKeepingOf(engine.environment), seconds: userSettingsOf(engine.environment).sweepSeconds }));
    const mail = mailSettingsOf(engine.environment);
    if (mail) work.push(new ReminderSender(engine, mail, contactKeepingOf(engine.environment)));
    if (settings.delivers) work.push(new WebhookCaller(engine, settings));
    return together(...work);
  },
};
