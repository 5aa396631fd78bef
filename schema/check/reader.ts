import type { Clause, Level, PartyKind, Purpose, Role } from '../policy/terms/vocabulary.js';
import { purposes } from '../policy/terms/vocabulary.js';

/** Whoever may come, as the terms tell parties apart: a kind in a level and a role, with a purpose or without. */
export interface Reader {
  readonly kind: PartyKind;
  readonly level: Level | undefined;
  readonly role: Role;
  readonly purpose: Purpose | undefined;
}

const levels: readonly Level[] = ['PROVINCE', 'CITY', 'COUNTY'];
const roles: readonly Role[] = [
  ...(['OFFICER', 'SAMPLER', 'STOREKEEPER', 'ANALYST', 'TECHNICIAN', 'REVIEWER', 'SIGNATORY', 'DATA_STEWARD', 'AUDITOR'] as const),
  ...(['SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR'] as const),
];

/** Every reader to whom a clause speaks: what it leaves open is spelt out, so that "all levels" and a list of all levels are the same. */
export function readersOf(clause: Clause): readonly Reader[] {
  return clause.kinds.flatMap((kind) =>
    levelsOf(kind, clause).flatMap((level) =>
      (clause.roles ?? roles).flatMap((role) => (clause.purposes ?? [undefined, ...purposes]).map((purpose) => ({ kind, level, role, purpose }))),
    ),
  );
}

/** Only regulators have a level: a clause that names one speaks to nobody else. */
function levelsOf(kind: PartyKind, clause: Clause): readonly (Level | undefined)[] {
  if (kind === 'REGULATOR') return clause.levels ?? levels;
  return clause.levels ? [] : [undefined];
}

/** Whether a clause speaks to a reader. */
export function speaksToReader(clause: Clause, { kind, level, role, purpose }: Reader): boolean {
  return (
    clause.kinds.includes(kind) &&
    (!clause.levels || (level !== undefined && clause.levels.includes(level))) &&
    (!clause.roles || clause.roles.includes(role)) &&
    (!clause.purposes || (purpose !== undefined && clause.purposes.includes(purpose)))
  );
}

/** Readers in words, the parts that are the same for all named once: "LAB REVIEWER/SIGNATORY". */
export function readersInWords(readers: readonly Reader[]): string {
  const names = <Part extends string>(of: (reader: Reader) => Part | undefined, all: number): string => {
    const found = [...new Set(readers.flatMap((reader) => of(reader) ?? []))];
    return found.length === 0 || found.length >= all ? '' : found.join('/');
  };
  const everyPurpose = readers.some(({ purpose }) => purpose === undefined);
  return [
    names(({ kind }) => kind, Number.POSITIVE_INFINITY),
    names(({ level }) => level, levels.length),
    names(({ role }) => role, roles.length),
    everyPurpose ? '' : names(({ purpose }) => purpose, Number.POSITIVE_INFINITY),
  ]
    .filter(Boolean)
    .join(' ');
}
