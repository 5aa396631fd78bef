import type { SubgraphDefinition } from '@hub/kernel/service/subgraph-definition.js';
import { sdl } from '@hub/schema/generated/exchange.js';
import { keyTerms } from '@hub/schema/generated/key-terms.js';
import { subjectScope } from '@hub/schema/policy/decision/subject-scope.js';
import type { Context } from './context.js';
import { webhookSettingsOf } from './environment.js';
import { resolvers } from './generated/resolvers.js';
import { inbox } from './inbox/inbox.js';
import { loaders } from './loaders/loaders.js';
import { connectExchange, type ExchangeDatabase, type ExchangeTransaction } from './repository/database.js';
import { repositories } from './repository/repositories.js';
import { WebhookCaller } from './webhooks/webhook-caller.js';

/** The subgraph of what belongs to all (共享信息资源库, 5.4.4): participants, the feed of all events and its webhooks, duties. */
export const exchangeService: SubgraphDefinition<ExchangeTransaction, ExchangeDatabase, Context> = {
  owner: 'exchange',
  sdl,
  resolvers,
  connect: connectExchange,
  contextOf: (context, database, environment) => {
    // On whose terms the subjects of events are seen: those of the owner of each type.
    const own = repositories(database, subjectScope(keyTerms, context.authority.caller));
    const now = new Date();
    const webhookSettings = webhookSettingsOf(environment);
    return { ...context, repositories: own, loaders: loaders(context.authority, own, now), now, webhookSettings, maskKey: environment.maskKey };
  },
  inbox,
  prepare: async (_database, environment) => {
    // A wrong one stops the start, not the first call.
    webhookSettingsOf(environment);
  },
  work: (engine) => {
    const settings = webhookSettingsOf(engine.environment);
    return settings.delivers ? new WebhookCaller(engine, settings) : { stop: async () => undefined };
  },
};
