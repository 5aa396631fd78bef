import type { PreparedNode } from './prepared-node.js';

const counted = new WeakMap<PreparedNode, ReadonlyMap<string, number>>();

/** How many fetches a part of a plan has, by subgraph; of a condition those of both branches. */
export function fetchesOf(node: PreparedNode | undefined): ReadonlyMap<string, number> {
  if (!node) return new Map();
  const counts = counted.get(node) ?? count(node, new Map());
  counted.set(node, counts);
  return counts;
}

function count(node: PreparedNode, counts: Map<string, number>): Map<string, number> {
  if (node.kind === 'Fetch') return counts.set(node.subgraph, (counts.get(node.subgraph) ?? 0) + 1);
  const below = node.kind === 'Condition' ? [node.ifTrue, node.ifFalse] : node.nodes;
  for (const each of below) if (each) count(each, counts);
  return counts;
}
