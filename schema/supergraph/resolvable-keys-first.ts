import { Kind, print, type ConstDirectiveNode } from 'graphql';
import { parseSupergraph } from './parse-supergraph.js';

/**
 * The supergraph with each type's keys that its subgraphs resolve before those that they only name (`resolvable: false`). To come back to a subgraph with
 * what a field `@requires`, the planner takes the subgraph's first key, and would come with one by which nothing is found. One that is so already stays as
 * it is: the hub's own is, from its build.
 */
export function resolvableKeysFirst(supergraphSdl: string): string {
  const document = parseSupergraph(supergraphSdl);
  let changed = false;
  const definitions = document.definitions.map((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) return definition;
    const directives = definition.directives ?? [];
    const ordered = [...directives.filter((directive) => !onlyNamesKey(directive)), ...directives.filter(onlyNamesKey)];
    if (ordered.every((directive, at) => directive === directives[at])) return definition;
    changed = true;
    return { ...definition, directives: ordered };
  });
  return changed ? print({ ...document, definitions }) : supergraphSdl;
}

function onlyNamesKey({ name, arguments: given }: ConstDirectiveNode): boolean {
  const resolvable = given?.find((argument) => argument.name.value === 'resolvable')?.value;
  return name.value === 'join__type' && resolvable?.kind === Kind.BOOLEAN && !resolvable.value;
}
