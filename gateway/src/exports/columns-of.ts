import { codedError } from '@hub/kernel/refusals/coded-error.js';
import type { Bilingual } from '@hub/schema/errors/bilingual.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import { getNamedType, isLeafType, isObjectType, isInterfaceType, isRequiredArgument, type GraphQLField, type GraphQLInterfaceType, type GraphQLObjectType } from 'graphql';
import type { ExportColumn } from './export-column.js';

export type RowType = GraphQLObjectType | GraphQLInterfaceType;

const reasons = {
  unknown: { en: 'the schema has no such field', 'zh-CN': 'schema 中没有该字段' },
  arguments: { en: 'it needs arguments', 'zh-CN': '该字段需要参数' },
  object: { en: 'it is an object; name what is wanted of it', 'zh-CN': '该字段为对象，请指明其下的字段' },
  leaf: { en: 'there is nothing below a value', 'zh-CN': '值之下没有字段' },
  pages: { en: 'it is a list with pages of its own; export that list', 'zh-CN': '该字段本身是分页列表，请另行导出' },
} as const satisfies Record<string, Bilingual>;

/**
 * The columns that are wanted of rows of a type; without names, every value that a row itself says.
 * @throws GraphQLError EXPORT_FIELD_UNKNOWN
 */
export function columnsOf(row: RowType, names: readonly string[] | undefined, locale: Locale): ExportColumn[] {
  const wanted = names ?? Object.values(row.getFields()).filter(isPlainValue).map(({ name }) => name);
  return [...new Set(wanted)].map((name) => ({ name, coordinate: coordinateOf(row, name, locale) }));
}

function isPlainValue(field: GraphQLField<unknown, unknown>): boolean {
  return isLeafType(getNamedType(field.type)) && field.deprecationReason == null && !field.args.some(isRequiredArgument);
}

function coordinateOf(row: RowType, column: string, locale: Locale): string {
  const refuse = (reason: keyof typeof reasons) => codedError('EXPORT_FIELD_UNKNOWN', locale, { field: column, reason: reasons[reason] });
  const names = column.split('.');
  let type: RowType = row;
  for (const [depth, name] of names.entries()) {
    const field: GraphQLField<unknown, unknown> | undefined = type.getFields()[name];
    if (!field) throw refuse('unknown');
    if (field.args.some(isRequiredArgument)) throw refuse('arguments');
    const inner = getNamedType(field.type);
    const last = depth === names.length - 1;
    if (isLeafType(inner)) {
      if (!last) throw refuse('leaf');
      return `${type.name}.${name}`;
    }
    if (!isObjectType(inner) && !isInterfaceType(inner)) throw refuse('object');
    if (inner.getFields()['pageInfo']) throw refuse('pages');
    if (last) throw refuse('object');
    type = inner;
  }
  throw refuse('unknown');
}
