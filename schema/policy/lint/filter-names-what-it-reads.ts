import {
  getDirectiveValues,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  type EnumValueDefinitionNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLObjectType,
  type InputValueDefinitionNode,
} from 'graphql';
import { keyFields } from './key-fields.js';
import type { LintProblem, LintRule } from './lint-rule.js';
import type { OwnerContract } from './owner-contract.js';

export const filterNamesWhatItReads: LintRule = {
  name: 'filter-names-what-it-reads',
  title: 'A filter names what it reads',
  sentence:
    'Each field of a filter, each value of an order and each argument of its own by which a list or a subscription chooses rows names, with @reads, the field of the listed type whose terms it needs; a filter holds no filter.',
  clause: '5.4.3 d',
  check: (contract) =>
    Object.values(contract.schema.getTypeMap()).flatMap((type) => {
      if (isInputObjectType(type) && type.name.endsWith('Filter')) {
        return Object.values(type.getFields()).flatMap((field) => judgeFilterField(contract, `${type.name}.${field.name}`, listedBy(type.name), field));
      }
      if (isEnumType(type) && type.name.endsWith('OrderField')) {
        return type.getValues().flatMap(({ name, astNode }) => judge(contract, `${type.name}.${name}`, listedBy(type.name), astNode));
      }
      return isObjectType(type) && type.name !== 'Mutation' ? judgeArguments(contract, type) : [];
    }),
};

/** Arguments that choose no rows. */
const paging = new Set(['first', 'after', 'last', 'before']);

const listedBy = (inputType: string): string => inputType.replace(/(Filter|OrderField)$/, '');

/** A filter within a filter would be looked into by nobody. */
function judgeFilterField(contract: OwnerContract, coordinate: string, listed: string, { type, astNode }: GraphQLInputField): readonly LintProblem[] {
  if (isInputObjectType(getNamedType(type))) return [{ coordinate, message: { en: 'It is an input of its own, whose parts are not looked into; give the filter a field for each.', 'zh-CN': '它自身是输入类型，其各部分不受检查；请在筛选条件中逐一设字段' } }];
  return judge(contract, coordinate, listed, astNode);
}

function judgeArguments(contract: OwnerContract, parent: GraphQLObjectType): readonly LintProblem[] {
  return Object.values(parent.getFields()).flatMap((field) => {
    const listed = listedAt(parent, field);
    if (!listed) return [];
    const keys = isListType(getNullableType(field.type)) || listed.name !== getNamedType(field.type).name ? [] : keyFields(listed);
    return field.args
      .filter(({ name }) => !paging.has(name) && !keys.includes(name))
      .flatMap((argument) => judgeArgument(contract, `${parent.name}.${field.name}(${argument.name}:)`, listed.name, argument));
  });
}

/** The type whose rows a field gives: of a connection, of an event of a subscription, or the entities themselves. */
function listedAt(parent: GraphQLObjectType, { type }: GraphQLField<unknown, unknown>): GraphQLObjectType | undefined {
  const given = getNamedType(type);
  if (!isObjectType(given)) return undefined;
  const fields = given.getFields();
  const told = given.name.endsWith('Connection') ? fields['nodes'] : parent.name === 'Subscription' ? Object.values(fields).at(-1) : undefined;
  const listed = told ? getNamedType(told.type) : given;
  return isObjectType(listed) && (told || keyFields(listed).length > 0) ? listed : undefined;
}

function judgeArgument(contract: OwnerContract, coordinate: string, listed: string, { name, type, astNode }: GraphQLArgument): readonly LintProblem[] {
  const given = getNamedType(type);
  // Their parts are judged where they are defined, by these names; by others nobody would look into them.
  if (name === 'filter') return given.name === `${listed}Filter` ? [] : [{ coordinate, message: { en: `It is no filter of ${listed}; name its type ${listed}Filter.`, 'zh-CN': `不是 ${listed} 的筛选条件，请将其类型命名为 ${listed}Filter` } }];
  if (name === 'orderBy') {
    const parts = isInputObjectType(given) ? Object.values(given.getFields()).map((part) => getNamedType(part.type).name) : [];
    const ordered = parts.includes(`${listed}OrderField`) && parts.every((part) => [`${listed}OrderField`, 'OrderDirection'].includes(part));
    return ordered ? [] : [{ coordinate, message: { en: `It is no order of ${listed}; give it a field of the type ${listed}OrderField, and a direction.`, 'zh-CN': `不是 ${listed} 的排序方式，请设类型为 ${listed}OrderField 的字段及方向` } }];
  }
  return judge(contract, coordinate, listed, astNode);
}

function judge(
  { schema, table, owner }: OwnerContract,
  coordinate: string,
  listed: string,
  node: InputValueDefinitionNode | EnumValueDefinitionNode | null | undefined,
): readonly LintProblem[] {
  const directive = schema.getDirective('reads');
  const reads = directive && node ? getDirectiveValues(directive, node)?.coordinate : undefined;
  if (typeof reads !== 'string') return [{ coordinate, message: { en: `It does not say what it reads; add @reads(coordinate: "${listed}.…").`, 'zh-CN': `未写明所读字段，请加 @reads(coordinate: "${listed}.…")` } }];
  if (table.structural.has(reads)) return [{ coordinate, message: { en: `${reads} is structure without terms; name the field that leads to it.`, 'zh-CN': `${reads} 是没有条款的结构，请写明通向它的字段` } }];
  if (table.fields.get(reads)?.owner !== owner) return [{ coordinate, message: { en: `${owner} has no terms for ${reads}; name a field of ${listed} that it owns.`, 'zh-CN': `${owner} 没有 ${reads} 的条款，请写明 ${listed} 中属于它的字段` } }];
  // The terms become conditions on the rows of the list: those of another type would read the wrong columns.
  if (!reads.startsWith(`${listed}.`)) return [{ coordinate, message: { en: `${reads} is not a field of the listed type; name the field of ${listed} that leads to it.`, 'zh-CN': `${reads} 不是所列类型的字段，请写明 ${listed} 中通向它的字段` } }];
  return [];
}
