import type { IncomingHttpHeaders } from 'node:http';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import fastifyApollo from '@as-integrations/fastify';
import fastify from 'fastify';
import { GraphQLError, parse } from 'graphql';

/** What the resolvers of a small subgraph find in their context. */
export interface SmallContext {
  /** What the answer tells in `extensions.sharing`. */
  readonly sharing: { refused: object[]; masked: object[] };
}

/** A subgraph as a foreign owner could run it, listening on a port of its own. */
export interface SmallSubgraph {
  readonly name: string;
  readonly url: string;
  readonly typeDefs: string;
  /** The headers of every request to /graphql so far. */
  readonly received: IncomingHttpHeaders[];
  /** What it does until told otherwise: answer, refuse every caller, or keep everybody waiting. */
  behave(how: 'well' | 'knowing nobody' | 'silently' | 'not ready'): void;
  close(): Promise<void>;
}

/** Starts a subgraph with its resolvers, by type and field as @apollo/subgraph takes them. */
export async function smallSubgraph(name: string, typeDefs: string, resolvers: Record<string, object>): Promise<SmallSubgraph> {
  const received: IncomingHttpHeaders[] = [];
  let behaviour: Parameters<SmallSubgraph['behave']>[0] = 'well';
  const apollo = new ApolloServer<SmallContext>({
    schema: buildSubgraphSchema({ typeDefs: parse(typeDefs), resolvers: resolvers as never }),
    includeStacktraceInErrorResponses: true,
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      {
        requestDidStart: async () => ({
          willSendResponse: async ({ response, contextValue: { sharing } }) => {
            if (response.body.kind === 'single' && sharing.refused.length + sharing.masked.length > 0) {
              response.body.singleResult.extensions = { sharing };
            }
          },
        }),
      },
    ],
  });
  await apollo.start();
  const server = fastify({ forceCloseConnections: true });
  server.get('/health/ready', async (_request, reply) => reply.code(behaviour === 'not ready' ? 503 : 200).send({}));
  await server.register(fastifyApollo(apollo), {
    context: async ({ headers }) => {
      received.push(headers);
      if (behaviour === 'silently') await new Promise(() => undefined);
      if (behaviour === 'knowing nobody') {
        throw new GraphQLError(`Not known to ${name}.`, { extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } } });
      }
      return { sharing: { refused: [], masked: [] } };
    },
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const address = server.addresses()[0];
  return {
    name,
    typeDefs,
    received,
    url: `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`,
    behave: (how) => {
      behaviour = how;
    },
    close: async () => {
      await server.close();
      await apollo.stop();
    },
  };
}
