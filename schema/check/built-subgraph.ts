import { subgraphsFromServiceList, type Subgraph } from '@apollo/federation-internals';
import type { GraphQLError } from 'graphql';
import type { PublishedContract } from './read-published.js';

/** A subgraph as composition takes it, or why it is none by itself. */
export type BuiltSubgraph = { readonly subgraph: Subgraph } | { readonly errors: readonly GraphQLError[] };

const known = new WeakMap<PublishedContract, BuiltSubgraph>();

/** Builds a subgraph of Federation and validates it by itself, once: composition reads it, and leaves it as it is. */
export function builtSubgraph(contract: PublishedContract): BuiltSubgraph {
  const before = known.get(contract);
  if (before) return before;
  const { owner, published } = contract;
  const read = subgraphsFromServiceList([{ name: owner, url: `http://${owner}.invalid/graphql`, typeDefs: published }]);
  const [subgraph] = Array.isArray(read) ? [] : read.values();
  const built: BuiltSubgraph = subgraph ? { subgraph } : { errors: Array.isArray(read) ? read : [] };
  known.set(contract, built);
  return built;
}
