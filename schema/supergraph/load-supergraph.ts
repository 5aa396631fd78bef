import { Supergraph } from '@apollo/federation-internals';
import type { GraphQLSchema } from 'graphql';
import { parseSupergraph } from './parse-supergraph.js';
import { supportedFeatures } from './supported-features.js';

/** A supergraph as a gateway of this hub would load it: what clients see of it, or why it could not be loaded, in words. */
export type LoadedSupergraph = { readonly apiSchema: GraphQLSchema; readonly why?: undefined } | { readonly apiSchema?: undefined; readonly why: string };

/** Loads a supergraph as a gateway does. What composes may still ask for what no gateway does, as `@authenticated` does. */
export function loadSupergraph(supergraphSdl: string): LoadedSupergraph {
  try {
    const supergraph = Supergraph.build(parseSupergraph(supergraphSdl), { supportedFeatures: new Set(supportedFeatures), validateSupergraph: false });
    return { apiSchema: supergraph.apiSchema().toGraphQLJSSchema() };
  } catch (error) {
    return { why: (error as Error).message };
  }
}
