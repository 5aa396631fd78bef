import { readFile } from 'node:fs/promises';
import { readEnvironmentBefore } from '@hub/gateway/environment.js';
import { startGateway } from '@hub/gateway/start-gateway.js';
import { subgraphUrls } from '@hub/gateway/supergraph/subgraph-urls.js';
import { CommandRefused } from '../command-refused.js';
import { readEnvironment } from '../environment.js';

export interface GatewayOptions {
  readonly supergraph: string;
  readonly port: string;
  readonly insecureNoAuth: boolean;
}

/** Runs the gateway alone before a supergraph in a file and the subgraphs that it names, until it is told to stop. */
export async function gateway({ supergraph: file, port, insecureNoAuth }: GatewayOptions): Promise<void> {
  const { dataDir, variables } = readEnvironment();
  const supergraph = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CommandRefused(`The supergraph cannot be read from ${file} (${error.code}). Name the file of a composed Federation 2 supergraph.`);
  });
  const environment = readEnvironmentBefore(
    { supergraph, subgraphs: subgraphUrls(supergraph) },
    {
      ...variables,
      HUB_DATA_DIR: dataDir,
      PORT: port,
      // Who need not say who they are come from this machine only.
      ...(insecureNoAuth ? { HOST: '127.0.0.1', NODE_ENV: undefined } : {}),
    },
  );
  const running = await startGateway(insecureNoAuth ? { ...environment, issuer: undefined } : environment);
  const stop = () => void running.close().then(() => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
  console.log(`${running.url}/graphql`);
}
