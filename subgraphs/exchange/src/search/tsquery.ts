/** A condition over the lexemes of an entry, as PostgreSQL writes a tsquery; true where it always holds, false where it never does. */
export type LexemeCondition = string | boolean;

/** That an entry has a lexeme. */
export function has(lexeme: string): LexemeCondition {
  return quoted(lexeme);
}

/** A lexeme as it is written in a tsvector or a tsquery. */
export function quoted(lexeme: string): string {
  return `'${lexeme.replaceAll(/['\\]/g, (sign) => sign + sign)}'`;
}

/** A condition, of lexemes that are kept under a slice of the index. */
export function inSlice(slice: number, condition: string): string {
  return condition.replaceAll(/'((?:[^'\\]|''|\\\\)*)'/g, (_quoted, lexeme: string) => `'${slice}${lexeme}'`);
}

export function not(condition: LexemeCondition): LexemeCondition {
  return typeof condition === 'boolean' ? !condition : `!${condition}`;
}

export function all(conditions: readonly LexemeCondition[]): LexemeCondition {
  if (conditions.includes(false)) return false;
  return joined(conditions.filter((condition) => condition !== true) as string[], ' & ', true);
}

export function any(conditions: readonly LexemeCondition[]): LexemeCondition {
  if (conditions.includes(true)) return true;
  return joined(conditions.filter((condition) => condition !== false) as string[], ' | ', false);
}

function joined(conditions: readonly string[], sign: string, unless: boolean): LexemeCondition {
  const different = [...new Set(conditions)];
  if (different.length === 0) return unless;
  return different.length === 1 ? (different[0] ?? unless) : `(${different.join(sign)})`;
}
