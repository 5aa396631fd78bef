import { getNamedType, isLeafType, isObjectType, isRequiredArgument, parse, type DocumentNode, type GraphQLSchema } from 'graphql';

/** An operation that reads fields of one row, and under which response key each of them stands. */
export interface RowReadingDocument {
  readonly document: DocumentNode;
  readonly key: string;
  /** Names of fields, in the order of the response keys f0, f1 …; those that cannot be read by themselves are left out. */
  readonly fields: readonly string[];
}

/**
 * The operation by which an owner's own schema is asked for fields of a row, as any reader would ask (Apollo Federation, `_entities`).
 *
 * @returns undefined where the type is no entity of this owner, or none of the fields is one of it
 */
export function rowReadingDocument(schema: GraphQLSchema, type: string, fields: readonly string[]): RowReadingDocument | undefined {
  const entity = schema.getType(type);
  if (!isObjectType(entity)) return undefined;
  const directive = entity.astNode?.directives?.find(({ name }) => name.value === 'key');
  const key = directive?.arguments?.find(({ name }) => name.value === 'fields')?.value;
  if (key?.kind !== 'StringValue') return undefined;
  const known = entity.getFields();
  const readable = fields.filter((name) => known[name] !== undefined && !known[name].args.some(isRequiredArgument));
  if (readable.length === 0) return undefined;
  const selection = readable.map((name, index) => `f${index}: ${name}${isLeafType(getNamedType(known[name]!.type)) ? '' : ' { __typename }'}`);
  return { document: parse(`query RowReading($row: _Any!) { _entities(representations: [$row]) { ... on ${type} { ${selection.join(' ')} } } }`), key: key.value, fields: readable };
}
