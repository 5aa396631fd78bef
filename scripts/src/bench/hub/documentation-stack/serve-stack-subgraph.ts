import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { scalars } from '@hub/kernel/scalars/scalars.js';
import type { Owner } from '@hub/prisma/owner.js';
import { publishedSdl } from '@hub/schema/generated/subgraphs.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';
import { readTerms } from '@hub/schema/policy/terms/read-terms.js';
import { parse } from 'graphql';
import { toldDatabases } from '../databases.js';
import { exchangeStack } from './exchange-stack.js';
import { labsStack } from './labs-stack.js';
import { monitoringCenterStack } from './monitoring-center-stack.js';
import { platformsStack } from './platforms-stack.js';
import { regulatorStack } from './regulator-stack.js';
import { shieldEveryField } from './shield-every-field.js';
import type { StackContext, StackSubgraph } from './stack-subgraph.js';

/**
 * One subgraph of the documentation stack: Apollo Server with @apollo/subgraph over Prisma and DataLoader, under graphql-shield. Who
 * asks comes in a header from the gateway, which has verified the token, as the documentation of Apollo Federation has it. Arguments: owner, folder of the hub's own data.
 */
const stacks: Readonly<Partial<Record<Owner, (url: string, dataDir: string) => StackSubgraph>>> = {
  'monitoring-center': monitoringCenterStack,
  regulator: regulatorStack,
  labs: labsStack,
  platforms: platformsStack,
  exchange: exchangeStack,
};

const owner = process.argv[2] as Owner;
const stack = stacks[owner]?.(toldDatabases()[owner], process.argv[3] ?? '');
if (!stack) throw new Error(`The stack has no subgraph "${owner}".`);
const schema = buildSubgraphSchema({ typeDefs: parse(publishedSdl[owner] ?? ''), resolvers: { ...scalars, ...stack.resolvers } });
const terms = readTerms(schema);
const server = new ApolloServer<StackContext>({ schema: shieldEveryField(schema, terms, owner) });
const { url } = await startStandaloneServer(server, {
  listen: { host: '127.0.0.1', port: 0 },
  context: async ({ req }) => ({
    caller: JSON.parse(decodeURIComponent(String(req.headers['x-caller']))) as Caller,
    terms,
    loaders: stack.loaders(),
    decisions: new Map(),
  }),
});
process.send?.(url);
