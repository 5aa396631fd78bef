import { EnvironmentInvalid } from '@hub/kernel/service/subgraph-environment.js';
import { readEnvironment } from './environment.js';
import { startGateway } from './start-gateway.js';
import { SupergraphMissing } from './supergraph/supergraph-missing.js';

try {
  const running = await startGateway(readEnvironment());
  const stop = () => void running.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  // Whoever started this process waits for this line.
  process.stdout.write(`${JSON.stringify({ owner: 'gateway', url: running.url })}\n`);
} catch (error) {
  const told = error instanceof EnvironmentInvalid || error instanceof SupergraphMissing;
  process.stderr.write(`${told ? error.message : String((error as Error).stack)}\n`);
  process.exit(1);
}
