import { isCompositeType, isUnionType, type Schema } from '@apollo/federation-internals';
import { parse, visit } from 'graphql';

/** The names of the fields that subgraphs of a supergraph require with arguments, as in `@requires(fields: "total(in: \"CNY\")")`. */
export function requiredWithArguments(supergraph: Schema): ReadonlySet<string> {
  const names = new Set<string>();
  for (const type of supergraph.types()) {
    if (!isCompositeType(type) || isUnionType(type)) continue;
    for (const field of type.fields()) {
      for (const directive of field.appliedDirectivesOf<{ requires?: string }>('join__field')) {
        const { requires } = directive.arguments();
        if (!requires?.includes('(')) continue;
        visit(parse(`{ ${requires} }`), { Field: ({ name, arguments: given }) => void (given?.length && names.add(name.value)) });
      }
    }
  }
  return names;
}
