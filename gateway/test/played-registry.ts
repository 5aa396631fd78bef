import { createHash } from 'node:crypto';
import { composeServices } from '@apollo/composition';
import { signDetached } from '@hub/kernel/identity/detached-signature.js';
import type { KeyFile } from '@hub/kernel/identity/key-file.js';
import { runningSchemaHeader } from '@hub/kernel/terms-in-force/told-schema.js';
import fastify from 'fastify';
import { parse } from 'graphql';
import type { UsageReport } from '../src/usage/usage-reporter.js';
import type { SmallSubgraph } from './small-subgraph.js';

/** The registry, played by a test: delivers a signed supergraph, and answers 503 until it has one. */
export interface PlayedRegistry {
  readonly url: string;
  /** Delivers this supergraph from now on; signs with the registry's key unless told otherwise. */
  deliver(sdl: string, signedBy?: KeyFile): Promise<void>;
  /** The reports of usage that it has taken; while it takes none it answers 503. */
  readonly usage: { readonly reports: UsageReport[]; taken: boolean };
  /** How often it was asked for the supergraph, and how often it had nothing new to say. */
  readonly asked: { times: number; unchanged: number };
  /** Which processes have told what they serve, and which have said that they stop; where it does not listen they are not answered. */
  readonly processes: { readonly told: Set<string>; readonly left: string[]; listens: boolean };
  close(): Promise<void>;
}

/** The supergraph of small subgraphs. */
export function supergraphOf(subgraphs: readonly Pick<SmallSubgraph, 'name' | 'typeDefs'>[]): string {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(({ name, typeDefs }) => ({ name, url: `http://${name}.invalid/graphql`, typeDefs: parse(typeDefs) })),
  );
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('; '));
  return supergraphSdl;
}

export async function playedRegistry(key: KeyFile, port = 0): Promise<PlayedRegistry> {
  await key.create();
  let delivered = { sdl: '', signature: '' };
  const asked = { times: 0, unchanged: 0 };
  const processes: PlayedRegistry['processes'] = { told: new Set(), left: [], listens: true };
  const server = fastify({ forceCloseConnections: true });
  server.get('/health/ready', async () => ({}));
  const usage: PlayedRegistry['usage'] = { reports: [], taken: true };
  const knownOperations = new Set<string>();
  server.post('/registry/usage', async ({ body }, reply) => {
    if (!usage.taken) return reply.code(503).send({});
    const report = body as UsageReport;
    for (const { hash } of report.operations) knownOperations.add(hash);
    const unknownOperations = report.uses.map(({ operation }) => operation).filter((hash) => !knownOperations.has(hash));
    if (unknownOperations.length === 0) usage.reports.push(report);
    return { unknownOperations };
  });
  server.get('/registry/keys', () => key.jwks());
  server.delete<{ Params: { instance: string } }>('/registry/running/:instance', async ({ headers, params: { instance } }, reply) => {
    if (!processes.listens) return reply.hijack();
    if (!headers.authorization?.startsWith('Bearer ')) return reply.code(401).send();
    processes.left.push(instance);
    return reply.code(204).send();
  });
  server.get('/registry/supergraph', async ({ headers }, reply) => {
    asked.times += 1;
    const told = headers[runningSchemaHeader];
    if (typeof told === 'string') processes.told.add((JSON.parse(told) as { instance: string }).instance);
    if (!headers.authorization?.startsWith('Bearer ')) return reply.code(401).send();
    if (delivered.sdl === '') return reply.code(503).send();
    const etag = `"${createHash('sha256').update(delivered.sdl + delivered.signature).digest('hex')}"`;
    if (headers['if-none-match'] === etag) {
      asked.unchanged += 1;
      return reply.code(304).send();
    }
    return reply.type('text/plain').headers({ etag, 'x-hub-signature': delivered.signature }).send(delivered.sdl);
  });
  await server.listen({ host: '127.0.0.1', port });
  const address = server.addresses()[0];
  return {
    asked,
    processes,
    usage,
    url: `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`,
    deliver: async (sdl, signedBy = key) => {
      await signedBy.create();
      delivered = { sdl, signature: await signDetached(await signedBy.key(), sdl) };
    },
    close: () => server.close(),
  };
}
