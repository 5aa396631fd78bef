import { Kind, type DefinitionNode, type DocumentNode } from 'graphql';
import { subgraphTypes, type PartOfType, type SubgraphTypes } from './subgraph-types.js';
import type { PublishedContract } from '../read-published.js';

/** Objects, interfaces and unions of plain subgraphs that compose without losing terms, as their supergraph has them: each field where any has it, with its terms. */
export function mergedDocument(contracts: readonly PublishedContract[]): DocumentNode {
  const types = new Map<string, PartOfType[]>();
  for (const contract of contracts) addTo(types, subgraphTypes(contract));
  return { kind: Kind.DOCUMENT, definitions: [...types.values()].map(merged) };
}

function addTo(types: Map<string, PartOfType[]>, subgraph: SubgraphTypes): void {
  for (const [name, parts] of subgraph.types) types.set(name, [...(types.get(name) ?? []), ...parts]);
}

function merged(parts: readonly PartOfType[]): DefinitionNode {
  const [first] = parts as readonly [PartOfType, ...PartOfType[]];
  return {
    ...first,
    kind: first.kind.replace('Extension', 'Definition'),
    ...Object.fromEntries(['fields', 'interfaces', 'types'].map((list) => [list, byName(parts, list)])),
  } as DefinitionNode;
}

function byName(parts: readonly PartOfType[], list: string): readonly unknown[] {
  const nodes = parts.flatMap((part) => ((part as unknown as Record<string, unknown>)[list] as readonly { readonly name: { readonly value: string } }[] | undefined) ?? []);
  return [...new Map(nodes.toReversed().map((node) => [node.name.value, node])).values()];
}
