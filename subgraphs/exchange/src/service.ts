import type { SubgraphDefinition } from '@hub/kernel/service/subgraph-definition.js';
import { sdl } from '@hub/schema/generated/exchange.js';
import { keyTerms } from '@hub/schema/generated/key-terms.js';
import { subjectScope } from '@hub/schema/policy/decision/subject-scope.js';
import type { Context } from './context.js';
import { resolvers } from './generated/resolvers.js';
import { inbox } from './inbox/inbox.js';
import { loaders } from './loaders/loaders.js';
import { connectExchange, type ExchangeDatabase, type ExchangeTransaction } from './repository/database.js';
import { repositories } from './repository/repositories.js';

/** The subgraph of what belongs to all (共享信息资源库, 5.4.4): participants, the feed of all events, duties. */
export const exchangeService: SubgraphDefinition<ExchangeTransaction, ExchangeDatabase, Context> = {
  owner: 'exchange',
  sdl,
  resolvers,
  connect: connectExchange,
  contextOf: (context, database) => {
    // On whose terms the subjects of events are seen: those of the owner of each type.
    const own = repositories(database, subjectScope(keyTerms, context.authority.caller));
    const now = new Date();
    return { ...context, repositories: own, loaders: loaders(context.authority, own, now), now };
  },
  inbox,
};
