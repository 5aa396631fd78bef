import { Kind, parse, type ConstArgumentNode } from 'graphql';
import { SupergraphMissing } from './supergraph-missing.js';

/**
 * Where the subgraphs of a supergraph listen, by name: `@join__graph(name:, url:)` on each value of `join__Graph`.
 * @throws SupergraphMissing where the text is no supergraph or a subgraph has no address
 */
export function subgraphUrls(supergraphSdl: string): Record<string, string> {
  const urls = graphsOf(supergraphSdl).map((given): [string, string] => {
    const [name, url] = [textOf(given, 'name'), textOf(given, 'url')];
    if (!URL.canParse(url) || !/^https?:/.test(url)) {
      throw new SupergraphMissing(`The supergraph gives the subgraph "${name}" the address "${url}". Compose it with an http address for each subgraph.`);
    }
    return [name, url];
  });
  if (urls.length === 0) throw new SupergraphMissing('The file holds no supergraph: no subgraph is named in join__Graph. Compose one, for example with rover supergraph compose.');
  return Object.fromEntries(urls);
}

function graphsOf(supergraphSdl: string): readonly (readonly ConstArgumentNode[])[] {
  let document;
  try {
    document = parse(supergraphSdl, { noLocation: true });
  } catch (error) {
    throw new SupergraphMissing(`The file holds no supergraph: ${(error as Error).message}`, { cause: error });
  }
  return document.definitions
    .flatMap((each) => (each.kind === Kind.ENUM_TYPE_DEFINITION && each.name.value === 'join__Graph' ? (each.values ?? []) : []))
    .flatMap(({ directives = [] }) => directives.filter(({ name }) => name.value === 'join__graph').map((directive) => directive.arguments ?? []));
}

function textOf(given: readonly ConstArgumentNode[], argument: string): string {
  const value = given.find(({ name }) => name.value === argument)?.value;
  return value?.kind === Kind.STRING ? value.value : '';
}
