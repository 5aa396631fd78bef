import { findBreakingChanges, findDangerousChanges, isInputObjectType, type GraphQLSchema } from 'graphql';
import { finding, type FindingKind, type SchemaFinding } from './schema-finding.js';

/**
 * What changes for clients: of the schema that they see, not of one subgraph's, so that a field that moves from one owner to another breaks nothing.
 * A value added to an enum, or a type to a union, is dangerous: a client may not know what to do with it.
 */
export function schemaChanges(before: GraphQLSchema, after: GraphQLSchema, ownersOf: (coordinate: string | null) => readonly string[]): readonly SchemaFinding[] {
  const told = (kind: Extract<FindingKind, 'BREAKING' | 'DANGEROUS'>, advice: string) => (change: { readonly type: string; readonly description: string }) => {
    const coordinate = coordinateIn(change.description);
    return finding({
      kind,
      severity: kind === 'BREAKING' ? 'ERROR' : 'WARNING',
      code: codeOf(before, change.type, coordinate),
      owners: ownersOf(coordinate),
      coordinate,
      message: `${change.description.replace(/\.$/, '')}; ${advice}.`,
    });
  };
  return [
    ...findBreakingChanges(before, after).map(told('BREAKING', 'clients that use it would be refused: deprecate it first, or propose it (hub schema propose), for another data steward to approve')),
    ...findDangerousChanges(before, after).map(told('DANGEROUS', 'clients may meet what they do not know')),
  ];
}

/** As graphql-js calls it, but that a part of an input is told apart from a field: it breaks also who does not give it. */
function codeOf(before: GraphQLSchema, type: string, coordinate: string | null): string {
  return type === 'FIELD_CHANGED_KIND' && isInputObjectType(before.getType(coordinate?.split('.')[0] ?? '')) ? 'INPUT_FIELD_CHANGED_KIND' : type;
}

/** graphql-js tells of changes in words alone. */
function coordinateIn(description: string): string | null {
  return /\b_*[A-Z]\w*\.\w+/.exec(description)?.[0] ?? /(?:type|input|enum|union) (?:type )?(\w+)/.exec(description)?.[1] ?? /^(\w+) was removed/.exec(description)?.[1] ?? null;
}
