import { Kind, parse, valueFromASTUntyped, type DirectiveNode } from 'graphql';

/** The terms on which a column is shared, as the contract says them (@sharing). */
export interface ColumnTerms {
  readonly coordinate: string;
  readonly owner?: unknown;
  readonly terms?: unknown;
  readonly class?: unknown;
  readonly ground?: unknown;
  readonly audience?: unknown;
  readonly [more: string]: unknown;
}

/** Reads the terms of fields from a supergraph; a field without any is structure, open to whoever comes to it. */
export function termsOfColumns(supergraphSdl: string, coordinates: readonly string[]): ColumnTerms[] {
  const found = new Map<string, ColumnTerms>();
  for (const definition of parse(supergraphSdl, { noLocation: true }).definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const field of definition.fields ?? []) {
      const coordinate = `${definition.name.value}.${field.name.value}`;
      const sharing = field.directives?.find(({ name }) => name.value === 'sharing');
      if (sharing && coordinates.includes(coordinate)) found.set(coordinate, { coordinate, ...argumentsOf(sharing) });
    }
  }
  return coordinates.map((coordinate) => found.get(coordinate) ?? { coordinate });
}

function argumentsOf({ arguments: given = [] }: DirectiveNode): Record<string, unknown> {
  return Object.fromEntries(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));
}
