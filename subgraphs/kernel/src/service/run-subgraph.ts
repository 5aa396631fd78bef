import type { Database, Transaction } from '../unit-of-work/transaction.js';
import { startSubgraph } from './start-subgraph.js';
import type { SubgraphContext } from './subgraph-context.js';
import type { SubgraphDefinition } from './subgraph-definition.js';
import { EnvironmentInvalid, type SubgraphEnvironment } from './subgraph-environment.js';

/** Runs a subgraph as a process of its own, until it is told to stop. */
export async function runSubgraph<Tx extends Transaction, Db extends Database<Tx>, Context extends SubgraphContext<Tx>>(
  definition: SubgraphDefinition<Tx, Db, Context>,
  readEnvironment: () => SubgraphEnvironment,
): Promise<void> {
  try {
    const running = await startSubgraph(definition, readEnvironment());
    const stop = () => void running.close().then(() => process.exit(0));
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    // Whoever started this process waits for this line.
    process.stdout.write(`${JSON.stringify({ owner: running.owner, url: running.url })}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof EnvironmentInvalid ? error.message : String((error as Error).stack)}\n`);
    process.exit(1);
  }
}
