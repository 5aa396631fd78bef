import type { AnswerSubgraph } from './both-executors.js';
import { playedSubgraph, type Faults, type PlayedGraph } from './played-subgraph.js';

/** How the subgraphs of a played graph answer. */
export function playedAnswers(graph: PlayedGraph, faults: Faults): AnswerSubgraph {
  const subgraphs = new Map(Object.keys(graph.subgraphs).map((name) => [name, playedSubgraph(graph, name, faults)]));
  return async (name, request) => {
    const subgraph = subgraphs.get(name);
    if (!subgraph) throw new Error(`There is no subgraph ${name}.`);
    return subgraph.answer(request);
  };
}
