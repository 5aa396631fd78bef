import type { GraphQLFormattedError } from 'graphql';

/** The answer of a subgraph as GraphQL over HTTP carries it. */
export interface SubgraphAnswerOverHttp {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: { readonly sharing?: unknown };
}

/** Reads an answer from its text; undefined where it is none, as from a proxy that speaks for a dead subgraph. */
export function readSubgraphAnswer(text: string): SubgraphAnswerOverHttp | undefined {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(answer) || !('data' in answer || Array.isArray(answer['errors']))) return undefined;
  return answer;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
