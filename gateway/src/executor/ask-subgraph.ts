import type { GraphQLFormattedError } from 'graphql';

/** A value of JSON's object kind, as a subgraph answered it for this operation alone. */
export type Data = Record<string, unknown>;

/** Where a fetch of the query plan lies in the client's answer: response keys, `@` for each element of a list. */
export type FetchPath = readonly string[];

/** What the executor asks a subgraph. */
export interface SubgraphRequest {
  readonly subgraph: string;
  readonly kind: 'query' | 'mutation' | 'subscription';
  /** The request as JSON: `query`, `operationName`, `variables` (GraphQL over HTTP §5.4). */
  readonly body: string;
  readonly position: FetchPath;
  /** Keys that the planner had to rename in this request, with the client's own in their place. */
  readonly renamedKeys: ReadonlyMap<string, string>;
  /** Whether the plan has more fetches of the same subgraph that have not begun. */
  readonly more: boolean;
  /** At how many places each of the entities stands that are asked for, in order; undefined for what is no entity fetch. */
  readonly places: readonly number[] | undefined;
}

/** What a subgraph answered; `data` is the executor's to change. */
export interface SubgraphAnswer {
  readonly data?: Data | null | undefined;
  readonly errors?: readonly GraphQLFormattedError[] | undefined;
}

/** Asks a subgraph; what goes wrong on the way is an answer with errors, never a rejection. */
export type AskSubgraph = (request: SubgraphRequest) => Promise<SubgraphAnswer>;
