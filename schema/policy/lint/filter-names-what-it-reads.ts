import { getDirectiveValues, getNamedType, isEnumType, isInputObjectType, isObjectType, type EnumValueDefinitionNode, type GraphQLObjectType, type InputValueDefinitionNode } from 'graphql';
import type { LintProblem, LintRule } from './lint-rule.js';
import type { OwnerContract } from './owner-contract.js';

export const filterNamesWhatItReads: LintRule = {
  name: 'filter-names-what-it-reads',
  title: 'A filter names what it reads',
  sentence:
    'Each field of a filter, each value of an order and each argument of its own by which a list or a subscription chooses rows names, with @reads, the field of the listed type whose terms it needs.',
  clause: '5.4.3 d',
  check: (contract) =>
    Object.values(contract.schema.getTypeMap()).flatMap((type) => {
      if (isInputObjectType(type) && type.name.endsWith('Filter')) {
        return Object.values(type.getFields()).flatMap(({ name, astNode }) => judge(contract, `${type.name}.${name}`, listedBy(type.name), astNode));
      }
      if (isEnumType(type) && type.name.endsWith('OrderField')) {
        return type.getValues().flatMap(({ name, astNode }) => judge(contract, `${type.name}.${name}`, listedBy(type.name), astNode));
      }
      if (isObjectType(type) && (type.name === 'Query' || type.name === 'Subscription')) return judgeArguments(contract, type);
      return [];
    }),
};

/** Arguments that choose no rows, or do it by an input whose parts are judged. */
const judgedElsewhere = new Set(['first', 'after', 'last', 'before', 'filter', 'orderBy']);

const listedBy = (inputType: string): string => inputType.replace(/(Filter|OrderField)$/, '');

function judgeArguments(contract: OwnerContract, root: GraphQLObjectType): readonly LintProblem[] {
  return Object.values(root.getFields()).flatMap((field) => {
    const given = getNamedType(field.type);
    if (!isObjectType(given)) return [];
    const told = given.name.endsWith('Connection') ? given.getFields()['nodes'] : Object.values(given.getFields()).at(-1);
    if (!told || (root.name === 'Query' && !given.name.endsWith('Connection'))) return [];
    const listed = getNamedType(told.type).name;
    return field.args
      .filter(({ name }) => !judgedElsewhere.has(name))
      .flatMap(({ name, astNode }) => judge(contract, `${root.name}.${field.name}(${name}:)`, listed, astNode));
  });
}

function judge(
  { schema, table, owner }: OwnerContract,
  coordinate: string,
  listed: string,
  node: InputValueDefinitionNode | EnumValueDefinitionNode | null | undefined,
): readonly LintProblem[] {
  const directive = schema.getDirective('reads');
  const reads = directive && node ? getDirectiveValues(directive, node)?.coordinate : undefined;
  if (typeof reads !== 'string') return [{ coordinate, message: `It does not say what it reads; add @reads(coordinate: "${listed}.…").` }];
  if (table.structural.has(reads)) return [{ coordinate, message: `${reads} is structure without terms; name the field that leads to it.` }];
  if (table.fields.get(reads)?.owner !== owner) return [{ coordinate, message: `${owner} has no terms for ${reads}; name a field of ${listed} that it owns.` }];
  // The terms become conditions on the rows of the list: those of another type would read the wrong columns.
  if (!reads.startsWith(`${listed}.`)) return [{ coordinate, message: `${reads} is not a field of the listed type; name the field of ${listed} that leads to it.` }];
  return [];
}
