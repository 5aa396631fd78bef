import type { Data, FetchPath, SubgraphRequest } from '../ask-subgraph.js';
import type { TypeTest } from './type-tests.js';

/** A step on the way from the root of the joined data to the objects that a fetch completes. */
export interface PathStep {
  /** The response key to follow; undefined where each element of a list is meant. */
  readonly key: string | undefined;
  /** Which types of object are meant; undefined where all are. */
  readonly only: readonly TypeTest[] | undefined;
}

/** Changes data in place, as the planner asks for it. */
export type Rewrite = (data: unknown) => void;

/** Where the value of a contextual argument (`@fromContext`) lies: so many fields up, then down again. */
export interface ContextSource {
  readonly variable: string;
  readonly up: number;
  readonly read: (ancestor: unknown) => unknown;
}

/** A request to one subgraph with everything about it that does not depend on the client's request. */
export interface PreparedFetch {
  readonly kind: 'Fetch';
  readonly subgraph: string;
  readonly operationKind: SubgraphRequest['kind'];
  /** The request's JSON up to and including the opening brace of its variables. */
  readonly bodyHead: string;
  readonly variables: readonly string[];
  readonly position: FetchPath;
  readonly steps: readonly PathStep[];
  /** Reads an entity's representation (`_Any`); undefined where the entity lacks what the subgraph needs. Absent for what is no entity fetch. */
  readonly representation: ((entity: Data) => Data | undefined) | undefined;
  readonly contexts: readonly ContextSource[];
  readonly inputRewrites: readonly Rewrite[];
  readonly outputRewrites: readonly Rewrite[];
  readonly renamedKeys: ReadonlyMap<string, string>;
  /** Whether a `__typename` tells no more than an interface. */
  readonly isInterface: TypeTest;
}

/** A part of a plan, ready to run. Flatten nodes are gone: each fetch knows its way from the root. */
export type PreparedNode =
  | PreparedFetch
  | { readonly kind: 'Sequence' | 'Parallel'; readonly nodes: readonly PreparedNode[] }
  | {
      readonly kind: 'Condition';
      readonly variable: string;
      readonly ifTrue: PreparedNode | undefined;
      readonly ifFalse: PreparedNode | undefined;
    };
