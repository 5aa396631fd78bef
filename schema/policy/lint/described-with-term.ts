import { isEnumType, isObjectType, type GraphQLNamedType } from 'graphql';
import type { LintRule } from './lint-rule.js';
import type { OwnerContract } from './owner-contract.js';
import { rowOwner } from './row-owner.js';

const roots = ['Query', 'Mutation', 'Subscription'];
const chinese = /\p{Script=Han}/u;

export const describedWithTerm: LintRule = {
  name: 'described-with-term',
  title: 'Descriptions carry the 中文 term',
  sentence: 'Types, root fields, acts and enums of the domain are described with the term that the standard uses.',
  clause: '5.4.3 c',
  check: (contract) => {
    const types = Object.values(contract.schema.getTypeMap());
    const rootFields = types.filter((type) => isObjectType(type)).filter(({ name }) => roots.includes(name))
      .flatMap((type) => Object.values(type.getFields()).map((field) => ({ coordinate: `${type.name}.${field.name}`, description: field.description })));
    const domain = types.filter((type) => isOfDomain(contract, type)).map(({ name, description }) => ({ coordinate: name, description }));
    return [...domain, ...rootFields]
      .filter(({ description }) => !chinese.test(description ?? ''))
      .map(({ coordinate }) => ({ coordinate, message: 'Its description lacks the 中文 term; write "What it is (术语, clause)."' }));
  },
};

/** Structures, stubs and the columns of an order are not. */
function isOfDomain(contract: OwnerContract, type: GraphQLNamedType): boolean {
  if (/^(sharing)?__?/.test(type.name) || roots.includes(type.name)) return false;
  if (isEnumType(type)) return !type.name.endsWith('OrderField');
  if (!isObjectType(type)) return false;
  if (Object.keys(type.getFields()).every((field) => contract.table.structural.has(`${type.name}.${field}`))) return false;
  const owner = rowOwner(contract, type);
  return owner === undefined || owner === contract.owner;
}
