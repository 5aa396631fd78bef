import { getNamedType, isCompositeType, parse, print, TypeInfo, visit, visitWithTypeInfo, type GraphQLSchema } from 'graphql';
import type { DocumentKind } from './document-kind.js';

/** The query that a document is made from. */
export interface DocumentQuery {
  readonly text: string;
  /** Coordinates and positions of what the kind asks and the served schema does not have: a contract tells less. */
  readonly absent: readonly { readonly coordinate: string; readonly path: readonly string[] }[];
}

/**
 * Writes the query of a kind for so many rows against the schema that the gateway serves; undefined where that does not give such rows at all.
 * One row bears the name of its field, so that the answer can be kept as the file that it is; of several, each has a name of its own.
 */
export function documentQuery(schema: GraphQLSchema, { root, selection }: DocumentKind, names: readonly string[]): DocumentQuery | undefined {
  if (!schema.getQueryType()?.getFields()[root]) return undefined;
  const rows = names.map((name, n) => `${name === root ? '' : `${name}: `}${root}(id: $id${n}) ${selection}`);
  const document = parse(`query Document(${names.map((_, n) => `$id${n}: ID!`).join(', ')}) { ${rows.join(' ')} }`);
  const types = new TypeInfo(schema);
  const absent: { coordinate: string; path: string[] }[] = [];
  const path: string[] = [];
  const pruned = visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        enter(field) {
          const key = field.alias?.value ?? field.name.value;
          const type = types.getType();
          if (type) return void path.push(key);
          absent.push({ coordinate: `${types.getParentType()?.name ?? ''}.${field.name.value}`, path: [...path, key] });
          return null;
        },
        leave(field) {
          path.pop();
          const type = types.getType();
          // What is left of an object whose every field went.
          return type && isCompositeType(getNamedType(type)) && field.selectionSet?.selections.length === 0 ? null : undefined;
        },
      },
    }),
  );
  return { text: print(pruned), absent };
}
