import { Kind, parse, valueFromASTUntyped, type ConstDirectiveNode, type FieldDefinitionNode } from 'graphql';

/** A field or an act of which a subgraph has the terms. */
export interface OwnField {
  readonly coordinate: string;
  /** The data element that gives it its meaning: the one that its terms name, else the one of its own name. */
  readonly element: string;
  /** Why it is deprecated; null where it is not. */
  readonly deprecationReason: string | null;
}

/** The fields and acts of which a published schema has the terms: what others own, and structure, is left out. @throws GraphQLError where the text is no schema */
export function ownFields(subgraph: string, sdl: string): readonly OwnField[] {
  return parse(sdl, { noLocation: true }).definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION) return [];
    return (definition.fields ?? [])
      .filter((field) => isOwn(subgraph, field))
      .map((field) => ({ coordinate: `${definition.name.value}.${field.name.value}`, element: elementOf(field), deprecationReason: deprecationReasonOf(field) }));
  });
}

function isOwn(subgraph: string, { directives = [] }: FieldDefinitionNode): boolean {
  return directives.some((directive) => ['sharing', 'act'].includes(directive.name.value) && argument(directive, 'owner') === subgraph);
}

function elementOf({ name, directives = [] }: FieldDefinitionNode): string {
  const sharing = directives.find((directive) => directive.name.value === 'sharing');
  return String((sharing && argument(sharing, 'element')) ?? name.value);
}

function deprecationReasonOf({ directives = [] }: FieldDefinitionNode): string | null {
  const deprecated = directives.find(({ name }) => name.value === 'deprecated');
  return deprecated ? String(argument(deprecated, 'reason') ?? 'No longer supported') : null;
}

function argument({ arguments: given = [] }: ConstDirectiveNode, name: string): unknown {
  const found = given.find((each) => each.name.value === name);
  return found && valueFromASTUntyped(found.value);
}
