import { readFile } from 'node:fs/promises';
import { readEnvironmentBefore } from '@hub/gateway/environment.js';
import { startGateway } from '@hub/gateway/start-gateway.js';

/**
 * A gateway before subgraphs that are none of the hub's. Where its supergraph comes from a registry, as the hub's own does, it records what is used; where from a file, it does not: the two
 * differ in nothing else. Takes the supergraph's file, or none, and the addresses of subgraphs and registry as JSON.
 */
const { supergraph, subgraphs } = JSON.parse(process.argv[2] ?? '{}') as { readonly supergraph?: string; readonly subgraphs: Record<string, string> };
await startGateway(readEnvironmentBefore({ supergraph: supergraph === undefined ? undefined : await readFile(supergraph, 'utf8'), subgraphs }));
