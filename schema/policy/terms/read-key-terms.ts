import { buildASTSchema, parse } from 'graphql';
import { ownKeyTerms } from './own-key-terms.js';
import type { FieldTerms } from './vocabulary.js';

/** The schema that an owner publishes. */
export interface PublishedSchema {
  readonly owner: string;
  readonly sdl: string;
}

/** The terms of the key of every entity of all owners, by type. */
export function readKeyTerms(schemas: readonly PublishedSchema[]): ReadonlyMap<string, FieldTerms> {
  // Federation's own directives are linked, not defined.
  return new Map(schemas.flatMap(({ owner, sdl }) => [...ownKeyTerms(owner, buildASTSchema(parse(sdl), { assumeValidSDL: true }))]));
}
