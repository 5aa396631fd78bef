import { Kind, parse } from 'graphql';
import type { SourceTree } from '../source-tree.js';

export const rootTypes = ['Query', 'Mutation', 'Subscription'];

/** `Mutation/acceptCommission` for each root field in the owner's SDL. */
export function rootFields(tree: SourceTree, owner: string): Set<string> {
  const sources = tree.files.filter((file) => file.startsWith(`schema/sdl/${owner}/`) && file.endsWith('.graphql'));
  const definitions = sources.flatMap((file) => parse(tree.read(file), { noLocation: true }).definitions);
  return new Set(
    definitions.flatMap((definition) => {
      if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION) return [];
      if (!rootTypes.includes(definition.name.value)) return [];
      return (definition.fields ?? []).map((field) => `${definition.name.value}/${field.name.value}`);
    }),
  );
}
