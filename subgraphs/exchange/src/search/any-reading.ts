import { all, any, has, type LexemeCondition } from './tsquery.js';

/** That a field has all lexemes of one of these readings; what several of them have is told once, for a word that may have a wrong character has many readings that are almost the same. */
export function anyReading(readings: readonly (readonly string[])[], code: string): LexemeCondition {
  if (readings.length === 0) return false;
  const common = (readings[0] ?? []).filter((lexeme) => readings.every((reading) => reading.includes(lexeme)));
  const rest = readings.map((reading) => reading.filter((lexeme) => !common.includes(lexeme)));
  const half = Math.ceil(rest.length / 2);
  return all([
    ...common.map((lexeme) => has(`${code}:${lexeme}`)),
    rest.some((reading) => reading.length === 0) || any([rest.slice(0, half), rest.slice(half)].map((part) => anyReading(part, code))),
  ]);
}
