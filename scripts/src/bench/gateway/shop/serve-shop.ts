import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse, type GraphQLSchema } from 'graphql';
import { shopResolvers } from './shop-resolvers.js';
import { shopSchemas } from './shop-schemas.js';

/**
 * Serves the shop's subgraphs, each on a port of its own, and prints their addresses as one line of JSON. What was asked once is
 * answered from memory, so that the gateways are what is measured and not what stands behind them.
 */
const addresses = await Promise.all(
  Object.entries(shopSchemas).map(async ([name, typeDefs]) => {
    const schema = buildSubgraphSchema({ typeDefs: parse(typeDefs), resolvers: shopResolvers[name] as never });
    return [name, await serve(schema)] as const;
  }),
);
process.stdout.write(`${JSON.stringify(Object.fromEntries(addresses))}\n`);
process.once('disconnect', () => process.exit(0));

async function serve(schema: GraphQLSchema): Promise<string> {
  const answers = new Map<string, Promise<Buffer>>();
  const server = createServer((request, response) => {
    void bodyOf(request).then(async (body) => {
      const known = answers.get(body) ?? answer(schema, body);
      if (answers.size < 10_000) answers.set(body, known);
      send(response, await known);
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

async function answer(schema: GraphQLSchema, body: string): Promise<Buffer> {
  const { query, variables, operationName } = JSON.parse(body) as { query: string; variables?: Record<string, unknown>; operationName?: string };
  const result = await graphql({ schema, source: query, variableValues: variables ?? {}, operationName: operationName ?? null });
  return Buffer.from(JSON.stringify(result));
}

function send(response: ServerResponse, answered: Buffer): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': answered.length }).end(answered);
}
