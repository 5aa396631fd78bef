import type { Clause, FieldTerms, Level, PartyKind, Role } from '../terms/vocabulary.js';

/** A clause for one kind, and for one level and role where it names them. */
export interface ClauseForOne extends Clause {
  readonly kinds: readonly [PartyKind];
}

/** The clauses under which terms open a field without a grant, taken apart by kind, level and role. */
export function clausesForOne(terms: FieldTerms): readonly ClauseForOne[] {
  // Without a grant, 有条件共享 leaves a field to its holder.
  return takenApart(terms.audience.filter(({ rows }) => terms.class !== 'CONDITIONAL' || rows === 'OWN'));
}

/** The clauses of all who may come to read a field, by a grant if need be: what a field is built on has to be open to them. */
export function clausesOfReaders(terms: FieldTerms): readonly ClauseForOne[] {
  return takenApart(terms.audience);
}

function takenApart(audience: readonly Clause[]): readonly ClauseForOne[] {
  return audience.flatMap((clause) =>
    clause.kinds.flatMap((kind) =>
      each(clause.levels).flatMap((level: Level | undefined) =>
        each(clause.roles).map((role: Role | undefined) => ({
          ...clause,
          kinds: [kind] as const,
          levels: level && [level],
          roles: role && [role],
        })),
      ),
    ),
  );
}

/** Whether whoever is admitted by the narrow clause is admitted by the wide one, on every row and in every state. */
export function clauseCovers(wide: Clause, narrow: ClauseForOne): boolean {
  return (
    wide.kinds.includes(narrow.kinds[0]) &&
    includesAll(wide.levels, narrow.levels) &&
    includesAll(wide.roles, narrow.roles) &&
    includesAll(wide.purposes, narrow.purposes) &&
    (wide.rows === 'ALL' || (wide.rows === narrow.rows && wide.place === narrow.place)) &&
    (wide.visibleFrom === undefined || wide.visibleFrom === narrow.visibleFrom)
  );
}

/** A clause in words, for a finding. */
export function clauseInWords({ kinds, levels, roles, rows, place, visibleFrom }: Clause): string {
  const who = [kinds.join('/'), levels?.join('/'), roles?.join('/')].filter(Boolean).join(' ');
  const which = rows === 'ALL' ? 'all rows' : `rows ${rows}${place ? ` (${place})` : ''}`;
  return `${who}, ${which}${visibleFrom ? ` from ${visibleFrom}` : ''}`;
}

function each<Value>(values: readonly Value[] | undefined): readonly (Value | undefined)[] {
  return values ?? [undefined];
}

function includesAll<Value>(wide: readonly Value[] | undefined, narrow: readonly Value[] | undefined): boolean {
  return wide === undefined || (narrow !== undefined && narrow.every((value) => wide.includes(value)));
}
