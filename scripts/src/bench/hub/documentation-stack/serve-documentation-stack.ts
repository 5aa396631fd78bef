import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { owners, type Owner } from '@hub/prisma/owner.js';
import { supergraphSdl } from '@hub/schema/generated/supergraph.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';
import { toldDatabases } from '../databases.js';
import { callerVerifier } from '../verified-caller.js';

/**
 * The stack that one gets from the documentation, on the hub's own schemas, terms and databases: Apollo Server with the stock
 * @apollo/gateway and its RemoteGraphQLDataSource, and behind it a process for each owner; see serve-stack-subgraph. Arguments: folder of the
 * development issuer, port. What it does not do: the registry, limits, membership that is looked up per request, an audit of who read, and
 * subgraphs that verify the token again.
 */
interface GatewayContext {
  readonly caller?: Caller;
}

class WithCaller extends RemoteGraphQLDataSource<GatewayContext> {
  override willSendRequest({ request, context }: Parameters<NonNullable<RemoteGraphQLDataSource<GatewayContext>['willSendRequest']>>[0]): void {
    request.http?.headers.set('x-caller', encodeURIComponent(JSON.stringify((context as GatewayContext).caller)));
  }
}

const [dataDir = '', port = '0'] = process.argv.slice(2);
const served = owners.filter((owner) => owner !== 'registry');
const addresses = new Map(await Promise.all(served.map(async (owner) => [owner, await subgraphAddress(owner)] as const)));
const verify = await callerVerifier(toldDatabases()['exchange'], dataDir);
const gateway = new ApolloGateway({
  supergraphSdl: served.reduce((sdl, owner) => sdl.replace(`http://${owner}.invalid/graphql`, addresses.get(owner) ?? ''), supergraphSdl),
  buildService: ({ url }) => new WithCaller({ url: url ?? '' }),
});
await startStandaloneServer(new ApolloServer<GatewayContext>({ gateway }), {
  listen: { host: '127.0.0.1', port: Number(port) },
  context: async ({ req }) => ({ caller: await verify(req.headers.authorization) }),
});

// Ends with this process as this one ends with its own parent, by the module that Node was told to load first.
async function subgraphAddress(owner: Owner): Promise<string> {
  const child = fork(fileURLToPath(new URL('./serve-stack-subgraph.js', import.meta.url)), [owner, dataDir], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  child.once('exit', (code) => process.exit(code ?? 1));
  const [url] = (await once(child, 'message')) as [string];
  return url;
}
