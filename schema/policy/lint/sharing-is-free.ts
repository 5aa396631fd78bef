import { isEnumType, isInputObjectType, isObjectType } from 'graphql';
import type { LintProblem, LintRule } from './lint-rule.js';
import { ownTerms } from './own-terms.js';
import type { OwnerContract } from './owner-contract.js';

/** "feedback" and "quotation" are no money. */
const money = /\b(fees?|prices?|pricing|tariffs?|charges?|surcharges?|quotas?)\b|收费|付费|费用|价格|配额/i;

export const sharingIsFree: LintRule = {
  name: 'sharing-is-free',
  title: 'Sharing is free (无偿供给)',
  sentence: 'Neither the name nor the ground of terms, nor any part of a request or a grant, speaks of a fee, a price or a quota.',
  clause: '5.4.3 a',
  check: (contract) => [
    ...ownTerms(contract).flatMap(([coordinate, { terms, ground = '' }]) => {
      const word = money.exec(`${inWords(terms)} ${ground}`)?.[0];
      return word ? [{ coordinate, message: `The terms "${terms}" speak of "${word}"; what is shared is free, so name another reason or share it.` }] : [];
    }),
    ...partsOfRequests(contract),
  ],
};

/** Types of requests and grants are known by their names: RequestSharingInput, SharingGrant, GrantSharingOutcome. */
function partsOfRequests({ schema }: OwnerContract): readonly LintProblem[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!/Sharing/.test(type.name)) return [];
    const parts = isObjectType(type) || isInputObjectType(type) ? Object.values(type.getFields()) : isEnumType(type) ? type.getValues() : [];
    return parts.flatMap(({ name, description }) => {
      const word = money.exec(`${inWords(name)} ${description ?? ''}`)?.[0];
      return word ? [{ coordinate: `${type.name}.${name}`, message: `It speaks of "${word}"; requests and grants are free, so leave it out.` }] : [];
    });
  });
}

/** Camel case and constant case as words. */
function inWords(name: string): string {
  return name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' ');
}
