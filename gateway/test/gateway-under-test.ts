import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDevelopmentIssuer, mintUserToken } from '@hub/kernel/identity/development-issuer.js';
import { keyFile, type KeyFile } from '@hub/kernel/identity/key-file.js';
import type { Answer } from '@hub/kernel/testing/subgraph-under-test.js';
import { request } from 'undici';
import type { GatewayEnvironment } from '../src/environment.js';
import { standardDocuments } from '../src/documents/document-settings.js';
import { standardExports } from '../src/exports/export-settings.js';
import { standardLimits, type Limits } from '../src/limits/limit-settings.js';
import { standardSheets } from '../src/sheets/sheet-settings.js';
import { startGateway, type RunningGateway } from '../src/start-gateway.js';
import { playedRegistry, supergraphOf, type PlayedRegistry } from './played-registry.js';
import type { SmallSubgraph } from './small-subgraph.js';

/** A gateway before subgraphs and a registry that a test plays, entered by its front door. */
export interface GatewayUnderTest {
  readonly url: string;
  readonly registry: PlayedRegistry;
  readonly environment: GatewayEnvironment;
  readonly token: string;
  // The shape of the data is the test's own assertion; a wrong one shows as a failed expectation.
  ask<Data = Record<string, never>>(query: string, options?: AskOptions): Promise<Answer<Data>>;
  close(): Promise<void>;
}

export interface AskOptions {
  readonly variables?: object;
  /** Added to the usual ones; undefined takes one away. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** Starts a gateway for a test file. Close it in afterAll; the subgraphs stay the test's. */
export async function gatewayUnderTest(
  subgraphs: readonly Pick<SmallSubgraph, 'name' | 'url' | 'typeDefs'>[],
  settings: Partial<Omit<GatewayEnvironment, 'limits'>> & { readonly limits?: Partial<Limits>; readonly supergraph?: string; readonly registryKey?: KeyFile } = {},
): Promise<GatewayUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-gateway-'));
  const { supergraph: delivered = supergraphOf(subgraphs), registryKey = keyFile(join(folder, 'registry.json')), ...given } = settings;
  const dataDir = given.dataDir ?? folder;
  await createDevelopmentIssuer(dataDir);
  const registry = await playedRegistry(registryKey);
  await registry.deliver(delivered);
  const environment: GatewayEnvironment = {
    host: '127.0.0.1',
    port: 0,
    issuer: { kind: 'development', folder: dataDir },
    supergraph: undefined,
    supergraphVariant: undefined,
    clientId: undefined,
    clientSecret: undefined,
    upstreamTimeout: 1_000,
    introspection: true,
    subscriptionsPerParty: 1_000,
    shareUpstreamRequests: true,
    usageReportSeconds: 0.05,
    persistedQueriesBytes: 1024 * 1024,
    safelist: undefined,
    console: true,
    explorer: true,
    sandbox: true,
    demoIdentities: [],
    trustedProxies: [],
    exports: standardExports,
    documents: standardDocuments,
    sheets: standardSheets,
    logLevel: process.env['TEST_LOG_LEVEL'] ?? 'silent',
    ...given,
    limits: { ...standardLimits, ...given.limits },
    subgraphs: { ...Object.fromEntries(subgraphs.map(({ name, url }) => [name, url])), registry: registry.url, ...given.subgraphs },
    dataDir,
  };
  let running: RunningGateway;
  try {
    running = await startGateway(environment);
  } catch (error) {
    await registry.close();
    await rm(folder, { recursive: true });
    throw error;
  }
  const token = await mintUserToken(dataDir, { userId: 'center.1', partyId: 'center', role: 'ANALYST' });
  return {
    url: running.url,
    registry,
    environment,
    token,
    async ask(query, { variables = {}, headers = {} } = {}) {
      const all = { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'accept-language': 'en', ...headers };
      const response = await request(new URL('/graphql', running.url), {
        method: 'POST',
        headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)),
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.statusCode, ...((await response.body.json()) as object) } as never;
    },
    async close() {
      await running.close();
      await registry.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
