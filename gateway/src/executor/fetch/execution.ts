import type { AskSubgraph, Data } from '../ask-subgraph.js';
import type { SubgraphError } from '../subgraph-error.js';

/** One run of an operation's plan. New for each operation and each event of a subscription. */
export interface Execution {
  /** What the fetches have brought so far, joined. */
  readonly root: Data;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The values of the variables of `@skip` and `@include`, defaults in. */
  readonly conditions: ReadonlyMap<string, boolean>;
  readonly ask: AskSubgraph;
  /** How many fetches of the plan have not begun yet, by subgraph. */
  readonly ahead: Map<string, number>;
  readonly errors: SubgraphError[];
  /** Objects of which a subgraph that was asked for them said that they are not there. */
  readonly absent: Set<Data>;
}
