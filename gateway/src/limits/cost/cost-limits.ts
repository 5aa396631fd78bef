import type { GraphQLSchema } from 'graphql';
import type { ExecutingGateway } from '../../supergraph/executing-gateway.js';
import { CostLimit } from './cost-limit.js';

/** The cost limits of all supergraphs that are or were in force: an operation stays with the one that it was validated against. */
export class CostLimits {
  readonly #limits = new WeakMap<GraphQLSchema, CostLimit>();

  /** Make it before the gateway loads a supergraph. */
  constructor(limit: number, gateway: Pick<ExecutingGateway, 'onSchemaLoadOrUpdate'>) {
    gateway.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => this.#limits.set(apiSchema, new CostLimit(limit, apiSchema, coreSupergraphSdl)));
  }

  of(schema: GraphQLSchema): CostLimit {
    const limit = this.#limits.get(schema);
    if (!limit) throw new Error('There is no cost limit for this schema.');
    return limit;
  }
}
