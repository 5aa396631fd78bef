import { getNamedType, isInputObjectType, isObjectType, type GraphQLInputObjectType, type GraphQLInputType } from 'graphql';
import { domainTypes } from './domain-types.js';
import type { LintRule } from './lint-rule.js';
import type { OwnerContract } from './owner-contract.js';
import { rootTypes } from './root-types.js';

const chinese = /\p{Script=Han}/u;

export const describedWithTerm: LintRule = {
  name: 'described-with-term',
  title: 'Descriptions carry the 中文 term',
  sentence: 'Types, root fields, acts with their inputs, and enums of the domain are described with the term that the standard uses.',
  clause: '5.4.3 c',
  exceptable: true,
  check: (contract) => {
    const roots = rootTypes.map((name) => contract.schema.getType(name)).filter((type) => isObjectType(type));
    const rootFields = roots.flatMap((type) =>
      Object.values(type.getFields()).map(({ name, description }) => ({ coordinate: `${type.name}.${name}`, description })),
    );
    const domain = domainTypes(contract).map(({ name, description }) => ({ coordinate: name, description }));
    const inputs = inputsOfActs(contract).map(({ name, description }) => ({ coordinate: name, description }));
    return [...domain, ...rootFields, ...inputs]
      .filter(({ description }) => !chinese.test(description ?? ''))
      .map(({ coordinate }) => ({ coordinate, message: { en: 'Its description lacks the 中文 term; write "What it is (术语, clause)."', 'zh-CN': '说明中缺少中文术语，请写作 "What it is (术语, clause)."' } }));
  },
};

/** What the items of acts are made of, down to the innermost. */
function inputsOfActs({ schema }: OwnerContract): readonly GraphQLInputObjectType[] {
  const found = new Set<GraphQLInputObjectType>();
  const add = (type: GraphQLInputType) => {
    const named = getNamedType(type);
    if (!isInputObjectType(named) || found.has(named)) return;
    found.add(named);
    for (const field of Object.values(named.getFields())) add(field.type);
  };
  for (const act of Object.values(schema.getMutationType()?.getFields() ?? {})) for (const argument of act.args) add(argument.type);
  return [...found];
}
