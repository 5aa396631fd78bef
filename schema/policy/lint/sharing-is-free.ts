import { getNamedType, isEnumType, isInputObjectType, isObjectType, type GraphQLField, type GraphQLInputField, type GraphQLNamedType } from 'graphql';
import type { LintProblem, LintRule } from './lint-rule.js';
import { ownTerms } from './own-terms.js';
import type { OwnerContract } from './owner-contract.js';

/** "feedback" and "quotation" are no money. */
const money = /\b(fees?|prices?|pricing|tariffs?|charges?|surcharges?|quotas?|deposits?|remuneration|counter-?services?)\b|收费|付费|费用|价格|配额|限额|有偿|对价|押金/i;
/** Types that are an amount of money, or may be one. */
const amount = /^(Money|Decimal)/;

export const sharingIsFree: LintRule = {
  name: 'sharing-is-free',
  title: 'Sharing is free (无偿供给)',
  sentence: 'Neither the name, the ground or the basis of terms, nor the basis of who may act, nor any part of a request or a grant, speaks of a fee, a price or a quota, and none is an amount of money.',
  clause: '5.4.3 a',
  check: (contract) => [
    ...ownTerms(contract).flatMap(([coordinate, { terms, ground = '', audience }]) => {
      const word = money.exec([inWords(terms), ground, ...audience.map(({ basis }) => basis?.reference)].join(' '))?.[0];
      return word ? [{ coordinate, message: { en: `The terms "${terms}" speak of "${word}"; what is shared is free, so name another reason or share it.`, 'zh-CN': `条款“${terms}”提及“${word}”；共享是无偿的，请写明其他理由或予以共享` } }] : [];
    }),
    ...[...contract.table.acts].filter(([, { owner }]) => owner === contract.owner).flatMap(([act, { audience }]) => {
      const word = money.exec(audience.map(({ basis }) => basis?.reference).join(' '))?.[0];
      return word ? [{ coordinate: `Mutation.${act}`, message: { en: `Who may do it rests on "${word}"; to take part is free, so name another basis.`, 'zh-CN': `操作主体的依据提及“${word}”；参与是无偿的，请写明其他依据` } }] : [];
    }),
    ...partsOfRequests(contract),
  ],
};

/** Types of requests and grants are known by their names: RequestSharingInput, SharingGrant, GrantSharingOutcome. */
function partsOfRequests({ schema }: OwnerContract): readonly LintProblem[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    const own = { coordinate: type.name, words: `${inWords(type.name)} ${type.description ?? ''}`, type: '' };
    // Of the root types, the acts and lists of requests and grants.
    const parts = /Sharing/.test(type.name) ? [own, ...partsOf(type)] : partsOf(type).filter(({ coordinate }) => /^(Query|Mutation|Subscription)\..*Sharing/i.test(coordinate));
    return parts.flatMap(({ coordinate, words, type: given }) => {
      const word = money.exec(words)?.[0] ?? (amount.test(given) ? given : undefined);
      return word ? [{ coordinate, message: { en: `It speaks of "${word}"; requests and grants are free, so leave it out.`, 'zh-CN': `提及“${word}”；申请和准许均为无偿，请去掉` } }] : [];
    });
  });
}

function partsOf(type: GraphQLNamedType): readonly { readonly coordinate: string; readonly words: string; readonly type: string }[] {
  const fields: readonly (GraphQLField<unknown, unknown> | GraphQLInputField)[] = isObjectType(type) || isInputObjectType(type) ? Object.values(type.getFields()) : [];
  const values = isEnumType(type) ? type.getValues() : [];
  const named = fields.flatMap((field) => [
    { name: field.name, description: field.description, type: getNamedType(field.type).name },
    ...('args' in field ? field.args : []).map(({ name, description, type: given }) => ({ name: `${field.name}(${name}:)`, description, type: getNamedType(given).name })),
  ]);
  return [...named, ...values.map(({ name, description }) => ({ name, description, type: '' }))].map(
    ({ name, description, type: given }) => ({ coordinate: `${type.name}.${name}`, words: `${inWords(name)} ${description ?? ''}`, type: given }),
  );
}

/** Camel case and constant case as words. */
function inWords(name: string): string {
  return name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' ');
}
