import { buildASTSchema, isObjectType, parse } from 'graphql';
import { readTerms } from './read-terms.js';
import type { FieldTerms } from './vocabulary.js';

/** The schema that an owner publishes. */
export interface PublishedSchema {
  readonly owner: string;
  readonly sdl: string;
}

/**
 * The terms of the key of every entity, by type: they say who may see a row of it at all. Stubs are left out; a type's
 * key has the terms of the one owner whose type it is.
 */
export function readKeyTerms(schemas: readonly PublishedSchema[]): ReadonlyMap<string, FieldTerms> {
  const keyTerms = new Map<string, FieldTerms>();
  for (const { owner, sdl } of schemas) {
    // Federation's own directives are linked, not defined.
    const schema = buildASTSchema(parse(sdl), { assumeValidSDL: true });
    const { fields } = readTerms(schema);
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type)) continue;
      const key = type.astNode?.directives?.find(({ name }) => name.value === 'key')?.arguments?.[0]?.value;
      if (key?.kind !== 'StringValue') continue;
      const terms = fields.get(`${type.name}.${key.value}`);
      if (terms?.owner === owner) keyTerms.set(type.name, terms);
    }
  }
  return keyTerms;
}
