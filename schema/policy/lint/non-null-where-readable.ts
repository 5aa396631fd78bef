import { isEnumType, isNonNullType } from 'graphql';
import type { FieldTerms, PartyKind } from '../terms/vocabulary.js';
import { clauseCovers, clauseInWords, clausesForOne, type ClauseForOne } from './clause-covers.js';
import { fieldAt } from './field-at.js';
import { keyFields } from './key-fields.js';
import type { LintProblem, LintRule } from './lint-rule.js';
import { ownTerms } from './own-terms.js';
import type { OwnerContract } from './owner-contract.js';
import { rowOwner } from './row-owner.js';

export const nonNullWhereReadable: LintRule = {
  name: 'non-null-where-readable',
  title: 'A field is non-null only for whoever may read it',
  sentence: 'A field is non-null only if everyone who comes to its type may read it unmasked by NULL, because a refusal is null.',
  clause: '5.4.3; GraphQL §6.4.4',
  check: (contract) => [...nonNullFields(contract), ...nonNullActs(contract)],
};

function nonNullFields(contract: OwnerContract): readonly LintProblem[] {
  return ownTerms(contract).flatMap(([coordinate, terms]) => {
    const at = fieldAt(contract, coordinate);
    if (!at || !isNonNullType(at.field.type)) return [];
    // The rows of an entity are there for the readers of its key; anything else is reached by everybody.
    const own = rowOwner(contract, at.type) === contract.owner;
    const keys = own ? keyFields(at.type).map((key) => contract.table.fields.get(`${at.type.name}.${key}`)) : [undefined];
    const [first] = keys.flatMap((key) => closedTo(terms, key ? clausesForOne(key) : everybody(contract)));
    return first ? [{ coordinate, message: { en: `It is non-null, and the terms "${terms.terms}" close it to ${clauseInWords(first)}; make it nullable, or open it to them.`, 'zh-CN': `它不可为空，而条款“${terms.terms}”对 ${clauseInWords(first)} 关闭；请改为可空，或对其开放` } }] : [];
  });
}

function nonNullActs(contract: OwnerContract): readonly LintProblem[] {
  return [...contract.table.acts].flatMap(([act, { audience }]) => {
    const coordinate = `Mutation.${act}`;
    const at = fieldAt(contract, coordinate);
    if (!at || !isNonNullType(at.field.type)) return [];
    const first = everybody(contract).find((clause) => !audience.some((wide) => clauseCovers({ ...wide, rows: 'ALL' }, clause)));
    return first ? [{ coordinate, message: { en: `It is non-null, and not for ${first.kinds[0]}; make it nullable.`, 'zh-CN': `它不可为空，而不向 ${first.kinds[0]} 开放；请改为可空` } }] : [];
  });
}

function closedTo(terms: FieldTerms, comers: readonly ClauseForOne[]): readonly ClauseForOne[] {
  const open = clausesForOne(terms).filter(({ mask }) => mask !== 'NULL');
  return comers.filter((comer) => !open.some((wide) => clauseCovers(wide, comer)));
}

function everybody({ schema }: OwnerContract): readonly ClauseForOne[] {
  const kinds = schema.getType('sharing__Kind');
  if (!isEnumType(kinds)) return [];
  return kinds.getValues().map(({ name }): ClauseForOne => ({ kinds: [name as PartyKind], rows: 'ALL' }));
}
