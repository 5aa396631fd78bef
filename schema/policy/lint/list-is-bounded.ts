import { getNamedType, getNullableType, isListType, isObjectType, type GraphQLField } from 'graphql';
import type { LintRule } from './lint-rule.js';

export const listIsBounded: LintRule = {
  name: 'list-is-bounded',
  title: 'A list is read by pages',
  sentence: 'A question that gives a list takes first, or says by @listSize how long the list is, and a field that gives a connection takes first and after.',
  clause: 'Relay Cursor Connections',
  exceptable: true,
  check: ({ schema }) =>
    Object.values(schema.getTypeMap()).flatMap((type) => {
      if (!isObjectType(type)) return [];
      return Object.values(type.getFields())
        .filter((field) => (isConnection(field) ? !takes(field, 'first', 'after') : type === schema.getQueryType() && isListType(getNullableType(field.type)) && !takes(field, 'first') && !saysItsSize(field)))
        .map((field) => ({
          coordinate: `${type.name}.${field.name}`,
          message: isConnection(field)
            ? { en: 'It gives a connection and takes no first and after; let it be read by pages.', 'zh-CN': '返回分页列表但缺少 first 和 after 参数，请支持分页' }
            : { en: 'It gives a list without end; let it be read by pages (first, after), or say by @listSize(assumedSize: …) how long it is.', 'zh-CN': '返回的列表没有上限，请支持分页（first、after），或以 @listSize(assumedSize: …) 写明长度' },
        }));
    }),
};

type Field = GraphQLField<unknown, unknown>;

/** A page of a list, by its name and its parts. */
function isConnection({ type }: Field): boolean {
  const named = getNamedType(type);
  return isObjectType(named) && named.name.endsWith('Connection') && ['nodes', 'edges'].some((part) => part in named.getFields());
}

function takes({ args }: Field, ...names: readonly string[]): boolean {
  return names.every((wanted) => args.some(({ name }) => name === wanted));
}

function saysItsSize({ astNode }: Field): boolean {
  return astNode?.directives?.some(({ name }) => name.value === 'listSize' || name.value.endsWith('__listSize')) ?? false;
}
