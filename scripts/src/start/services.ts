import type { LeftOut } from '@hub/kernel/service/left-out.js';
import { readSubgraphEnvironment } from '@hub/kernel/service/subgraph-environment.js';
import type { SubgraphContext } from '@hub/kernel/service/subgraph-context.js';
import type { SubgraphDefinition } from '@hub/kernel/service/subgraph-definition.js';
import type { Database, Transaction } from '@hub/kernel/unit-of-work/transaction.js';
import type { ServiceName } from './plan.js';

/** A service that listens in this process. */
export interface RunningService {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts a service whose code is loaded. */
export type StartService = (variables: Variables) => Promise<RunningService>;

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Loads the code of a service, and builds what needs no database; what it returns starts it, once. This is the slow part.
 * A bench may leave something out of a subgraph.
 */
export const services: Readonly<Record<ServiceName, (leftOut?: LeftOut) => Promise<StartService>>> = {
  regulator: (leftOut) => subgraph(async () => (await import('@hub/regulator/service.js')).regulatorService, leftOut),
  'monitoring-center': (leftOut) => subgraph(async () => (await import('@hub/monitoring-center/service.js')).monitoringCenterService, leftOut),
  labs: (leftOut) => subgraph(async () => (await import('@hub/labs/service.js')).labsService, leftOut),
  platforms: (leftOut) => subgraph(async () => (await import('@hub/platforms/service.js')).platformsService, leftOut),
  exchange: (leftOut) => subgraph(async () => (await import('@hub/exchange/service.js')).exchangeService, leftOut),
  registry: (leftOut) => subgraph(async () => (await import('@hub/registry/service.js')).registryService, leftOut),
  gateway: async () => {
    const [{ startGateway }, { readEnvironment }] = await Promise.all([
      import('@hub/gateway/start-gateway.js'),
      import('@hub/gateway/environment.js'),
    ]);
    return (variables) => startGateway(readEnvironment(variables));
  },
};

async function subgraph<Tx extends Transaction, Db extends Database<Tx>, Context extends SubgraphContext<Tx>>(
  load: () => Promise<SubgraphDefinition<Tx, Db, Context>>,
  leftOut?: LeftOut,
): Promise<StartService> {
  const [definition, { startSubgraph }, { subgraphSchema }] = await Promise.all([
    load(),
    import('@hub/kernel/service/start-subgraph.js'),
    import('@hub/kernel/service/subgraph-schema.js'),
  ]);
  const schema = subgraphSchema(definition);
  return (variables) => startSubgraph(definition, readSubgraphEnvironment(definition.owner, variables), schema, leftOut);
}
