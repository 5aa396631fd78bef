import type { GraphQLSchema } from 'graphql';
import type { ExecutingGateway } from '../supergraph/executing-gateway.js';

/** The schema that the gateway serves at the moment, and the supergraph that it is of. */
export class SupergraphInForce {
  #loaded: { readonly schema: GraphQLSchema; readonly sdl: string } | undefined;

  /** Make it before the gateway loads a supergraph. */
  constructor(gateway: Pick<ExecutingGateway, 'onSchemaLoadOrUpdate'>) {
    gateway.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
      this.#loaded = { schema: apiSchema, sdl: coreSupergraphSdl };
    });
  }

  get current(): { readonly schema: GraphQLSchema; readonly sdl: string } {
    if (!this.#loaded) throw new Error('No supergraph was loaded yet.');
    return this.#loaded;
  }
}
