import { findBreakingChanges, findDangerousChanges, isInputObjectType, type BreakingChange, type DangerousChange, type GraphQLSchema } from 'graphql';
import { bilingualMessage } from '../errors/bilingual-message.js';
import { changeInChinese } from './change-in-chinese.js';
import { finding, type FindingKind, type SchemaFinding } from './schema-finding.js';

/**
 * What changes for clients: of the schema that they see, not of one subgraph's, so that a field that moves from one owner to another breaks nothing.
 * A value added to an enum, or a type to a union, is dangerous: a client may not know what to do with it.
 */
export function schemaChanges(before: GraphQLSchema, after: GraphQLSchema, ownersOf: (coordinate: string | null) => readonly string[]): readonly SchemaFinding[] {
  const told = (kind: Extract<FindingKind, 'BREAKING' | 'DANGEROUS'>) => (change: BreakingChange | DangerousChange) => {
    const coordinate = coordinateIn(change.description);
    const description = change.description.replace(/\.$/, '');
    return finding({
      kind,
      severity: kind === 'BREAKING' ? 'ERROR' : 'WARNING',
      code: codeOf(before, change.type, coordinate),
      owners: ownersOf(coordinate),
      coordinate,
      message: bilingualMessage(`FINDING_${kind}`, { change: { en: description, 'zh-CN': `${changeInChinese[change.type]}（${description}）` } }),
    });
  };
  return [
    ...findBreakingChanges(before, after).map(told('BREAKING')),
    ...findDangerousChanges(before, after).map(told('DANGEROUS')),
  ];
}

/** As graphql-js calls it, but that a part of an input is told apart from a field: it breaks also who does not give it. */
function codeOf(before: GraphQLSchema, type: string, coordinate: string | null): string {
  return type === 'FIELD_CHANGED_KIND' && isInputObjectType(before.getType(coordinate?.split('.')[0] ?? '')) ? 'INPUT_FIELD_CHANGED_KIND' : type;
}

/** graphql-js tells of changes in words alone. */
function coordinateIn(description: string): string | null {
  return /\b_*[A-Z]\w*\.\w+/.exec(description)?.[0] ?? /^(\w+) changed from/.exec(description)?.[1] ?? /(?:type|input|enum|union) (?:type )?(\w+)/.exec(description)?.[1] ?? /^(\w+) was removed/.exec(description)?.[1] ?? null;
}
