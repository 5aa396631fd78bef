import type { GraphQLObjectType } from 'graphql';
import { coordinatesIn } from '../terms/coordinates-in.js';
import type { FieldTerms } from '../terms/vocabulary.js';
import { clauseCovers, clauseInWords, clausesForOne, clausesOfReaders, type ClauseForOne } from './clause-covers.js';
import { fieldAt } from './field-at.js';
import { fieldsArgument, keyFields } from './key-fields.js';
import type { LintProblem, LintRule } from './lint-rule.js';
import { ownTerms } from './own-terms.js';
import type { OwnerContract } from './owner-contract.js';
import { rowOwner } from './row-owner.js';

export const keyAsWideAsFields: LintRule = {
  name: 'key-as-wide-as-fields',
  title: 'A key is as wide as what is built on it',
  sentence: 'A field used in @key or @requires has audience, rows and states at least as wide as every field built on it.',
  clause: '5.4.3; Apollo Federation, @key and @requires',
  check: (contract) =>
    ownTerms(contract).flatMap(([coordinate, terms]) => {
      const at = fieldAt(contract, coordinate);
      if (!at) return [];
      const stub = rowOwner(contract, at.type) !== contract.owner;
      const readers = clausesOfReaders(terms);
      const keys = keyFields(at.type).map((name) => termsAt(contract, at.type, name));
      const requires = (at.field.astNode?.directives ?? [])
        .filter(({ name }) => name.value === 'requires')
        .flatMap((directive) => coordinatesIn(fieldsArgument(directive), at.type, contract.schema));
      return [
        // The rows of a stub are decided by the owner of its key, so only the parties are compared there.
        ...keys.flatMap((key) => narrowBase(coordinate, key, stub ? readers.map(onAllRows) : readers, stub ? onAllRows : (clause) => clause)),
        ...requires.flatMap((required) => {
          const base = { coordinate: required, terms: contract.table.fields.get(required) };
          // What lies deeper is on rows of another type, of which these terms say nothing: there the parties are compared.
          if (!required.startsWith(`${at.type.name}.`)) return narrowBase(coordinate, base, readers.map(onAllRows), onAllRows);
          return narrowBase(coordinate, base, stub ? readers.flatMap((reader) => onRowsOf(keys, reader)) : readers);
        }),
      ];
    }),
};

interface Base {
  readonly coordinate: string;
  readonly terms: FieldTerms | undefined;
}

function termsAt({ table }: OwnerContract, type: GraphQLObjectType, name: string): Base {
  const coordinate = `${type.name}.${name}`;
  return { coordinate, terms: table.fields.get(coordinate) };
}

function narrowBase(
  coordinate: string,
  base: Base,
  readers: readonly ClauseForOne[],
  seen: (clause: ClauseForOne) => ClauseForOne = (clause) => clause,
): readonly LintProblem[] {
  if (!base.terms || base.coordinate === coordinate) return [];
  const wide = clausesForOne(base.terms).map(seen);
  const first = readers.find((reader) => !wide.some((clause) => clauseCovers(clause, reader)));
  if (!first) return [];
  return [{ coordinate, message: { en: `It is open to ${clauseInWords(first)}, and ${base.coordinate}, on which it is built, is not; widen that or narrow this.`, 'zh-CN': `它向 ${clauseInWords(first)} 开放，而其所依据的 ${base.coordinate} 不开放；请放宽后者或收窄前者` } }];
}

function onAllRows(clause: ClauseForOne): ClauseForOne {
  return { ...clause, rows: 'ALL', place: undefined, visibleFrom: undefined };
}

/** A reader of a contributed field comes on the rows on which the key is open to the same party. */
function onRowsOf(keys: readonly Base[], reader: ClauseForOne): readonly ClauseForOne[] {
  return keys
    .flatMap(({ terms }) => (terms ? clausesForOne(terms) : []))
    .filter((key) => clauseCovers(onAllRows(reader), onAllRows(key)) || clauseCovers(onAllRows(key), onAllRows(reader)))
    .map((key) => ({
      ...reader,
      levels: reader.levels ?? key.levels,
      roles: reader.roles ?? key.roles,
      rows: key.rows,
      place: key.place,
      visibleFrom: key.visibleFrom,
    }));
}
