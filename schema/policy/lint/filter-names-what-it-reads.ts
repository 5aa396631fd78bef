import { getDirectiveValues, isEnumType, isInputObjectType, type EnumValueDefinitionNode, type InputValueDefinitionNode } from 'graphql';
import type { LintProblem, LintRule } from './lint-rule.js';
import type { OwnerContract } from './owner-contract.js';

export const filterNamesWhatItReads: LintRule = {
  name: 'filter-names-what-it-reads',
  title: 'A filter names what it reads',
  sentence: 'Each field of a filter and each value of an order names, with @reads, the field of the listed type whose terms it needs.',
  clause: '5.4.3 d',
  check: (contract) =>
    Object.values(contract.schema.getTypeMap()).flatMap((type) => {
      if (isInputObjectType(type) && type.name.endsWith('Filter')) {
        return Object.values(type.getFields()).flatMap(({ name, astNode }) => judge(contract, type.name, name, astNode));
      }
      if (isEnumType(type) && type.name.endsWith('OrderField')) {
        return type.getValues().flatMap(({ name, astNode }) => judge(contract, type.name, name, astNode));
      }
      return [];
    }),
};

function judge(
  { schema, table, owner }: OwnerContract,
  typeName: string,
  name: string,
  node: InputValueDefinitionNode | EnumValueDefinitionNode | null | undefined,
): readonly LintProblem[] {
  const coordinate = `${typeName}.${name}`;
  const listed = typeName.replace(/(Filter|OrderField)$/, '');
  const directive = schema.getDirective('reads');
  const reads = directive && node ? getDirectiveValues(directive, node)?.coordinate : undefined;
  if (typeof reads !== 'string') return [{ coordinate, message: `It does not say what it reads; add @reads(coordinate: "${listed}.…").` }];
  if (table.structural.has(reads)) return [{ coordinate, message: `${reads} is structure without terms; name the field that leads to it.` }];
  if (table.fields.get(reads)?.owner !== owner) return [{ coordinate, message: `${owner} has no terms for ${reads}; name a field of ${listed} that it owns.` }];
  // The terms become conditions on the rows of the list: those of another type would read the wrong columns.
  if (!reads.startsWith(`${listed}.`)) return [{ coordinate, message: `${reads} is not a field of the listed type; name the field of ${listed} that leads to it.` }];
  return [];
}
