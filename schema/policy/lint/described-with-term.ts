import { getNamedType, isInputObjectType, isObjectType, type GraphQLInputObjectType, type GraphQLInputType } from 'graphql';
import type { Bilingual } from '../../errors/bilingual.js';
import { clauseIn } from '../terms/clause-in.js';
import { domainTypes } from './domain-types.js';
import type { LintRule } from './lint-rule.js';
import type { OwnerContract } from './owner-contract.js';
import { rootTypes } from './root-types.js';

const chinese = /\p{Script=Han}/u;

/**
 * A field is asked for neither here: its 中文 name is that of its data element, which `data-element-is-known` demands, its clause the basis of its terms, which `audience-has-basis` demands; the catalogue shows both.
 * What a description names is where the thing itself comes from, which may be another clause than the one by which it is shared: the basis of terms does not count for it.
 */
export const describedWithTerm: LintRule = {
  name: 'described-with-term',
  title: 'Descriptions carry the 中文 term and the clause',
  sentence: 'Types, root fields, acts with their inputs, and enums of the domain are described with the term that the standard uses and the clause that they come from.',
  clause: '5.4.3 c',
  exceptable: true,
  check: (contract) => {
    const roots = rootTypes.map((name) => contract.schema.getType(name)).filter((type) => isObjectType(type));
    const rootFields = roots.flatMap((type) =>
      Object.values(type.getFields()).map(({ name, description }) => ({ coordinate: `${type.name}.${name}`, description })),
    );
    const domain = domainTypes(contract).map(({ name, description }) => ({ coordinate: name, description }));
    const inputs = inputsOfActs(contract).map(({ name, description }) => ({ coordinate: name, description }));
    return [...domain, ...rootFields, ...inputs].flatMap(({ coordinate, description }) => {
      const lacking = lacks(description ?? '');
      return lacking ? [{ coordinate, message: { en: `Its description lacks the ${lacking.en}; write "What it is (术语, 5.2.2)."`, 'zh-CN': `说明中缺少${lacking['zh-CN']}，请写作 "What it is (术语, 5.2.2)."` } }] : [];
    });
  },
};

function lacks(description: string): Bilingual | undefined {
  if (!chinese.test(description)) return { en: '中文 term', 'zh-CN': '中文术语' };
  return clauseIn(description) ? undefined : { en: 'clause of the standard', 'zh-CN': '标准条款号' };
}

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
