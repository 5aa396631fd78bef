import { buildASTSchema, isNonNullType, isObjectType, parse, type ConstDirectiveNode, type GraphQLObjectType } from 'graphql';
import { coordinatesIn } from './coordinates-in.js';
import type { PublishedSchema } from './read-key-terms.js';
import { readTerms } from './read-terms.js';
import type { FieldTerms } from './vocabulary.js';

/** What the sharing desk knows of a field of an entity. */
export interface DeskField {
  readonly terms: FieldTerms;
  /** Why it cannot be closed (紧急关闭), if so: it is a key, other fields are built on it, or it may not be null. */
  readonly unclosable?: 'KEY' | 'REQUIRED' | 'NON_NULL';
  /** Whether it is added to another owner's thing: its owner does not know whose the thing is. */
  readonly contributed?: true;
}

/** Every field of every entity, by coordinate, with what the sharing desk has to know of it. */
export function readDeskFields(schemas: readonly PublishedSchema[]): ReadonlyMap<string, DeskField> {
  const fields = new Map<string, DeskField>();
  const required = new Set<string>();
  for (const { owner, sdl } of schemas) {
    // Federation's own directives are linked, not defined.
    const schema = buildASTSchema(parse(sdl), { assumeValidSDL: true });
    const { fields: terms } = readTerms(schema);
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type)) continue;
      const keys = namesIn(directivesOf(type), 'key');
      for (const field of Object.values(type.getFields())) {
        const coordinate = `${type.name}.${field.name}`;
        for (const selection of fieldsOf(field.astNode?.directives ?? [], 'requires')) {
          for (const each of coordinatesIn(selection, type, schema)) required.add(each);
        }
        const own = terms.get(coordinate);
        if (keys.length === 0 || own?.owner !== owner) continue;
        const unclosable = keys.includes(field.name) ? 'KEY' : isNonNullType(field.type) ? 'NON_NULL' : undefined;
        const contributed = terms.get(`${type.name}.${keys[0] ?? ''}`)?.owner !== owner;
        fields.set(coordinate, { terms: own, ...(unclosable && { unclosable }), ...(contributed && { contributed }) });
      }
    }
  }
  for (const coordinate of required) {
    const field = fields.get(coordinate);
    if (field) fields.set(coordinate, { ...field, unclosable: field.unclosable ?? 'REQUIRED' });
  }
  return fields;
}

function directivesOf(type: GraphQLObjectType): readonly ConstDirectiveNode[] {
  return [type.astNode, ...type.extensionASTNodes].flatMap((node) => node?.directives ?? []);
}

function namesIn(directives: readonly ConstDirectiveNode[], directive: string): string[] {
  return fieldsOf(directives, directive).flatMap((selection) => selection.match(/\w+/g) ?? []);
}

/** The argument `fields` of each directive of a name. */
function fieldsOf(directives: readonly ConstDirectiveNode[], directive: string): string[] {
  return directives
    .filter(({ name }) => name.value === directive)
    .flatMap((node) => node.arguments?.filter(({ name }) => name.value === 'fields') ?? [])
    .flatMap(({ value }) => (value.kind === 'StringValue' ? [value.value] : []));
}
