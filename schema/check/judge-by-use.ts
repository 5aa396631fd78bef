import type { Bilingual } from '../errors/bilingual.js';
import { bilingualMessage } from '../errors/bilingual-message.js';
import { saidMore, type SchemaFinding } from './schema-finding.js';

/** How the schema was used in the last days. */
export interface RecentUse {
  readonly days: number;
  /** Coordinates on which operations relied that were asked. */
  readonly used: ReadonlySet<string>;
  /** Why what seems unused may have been used all the same; undefined where all was recorded. */
  readonly gap: Bilingual | undefined;
}

/**
 * Judges what breaks clients by what was really used (5.4.3 c): what nobody has asked in those days is a warning, what somebody has stays an error. How often
 * and by how many is not told here: who reads findings is not to learn when others ask.
 * What may have been used without having been recorded stays an error too.
 */
export function judgeByUse(findings: readonly SchemaFinding[], recent: RecentUse): readonly SchemaFinding[] {
  return findings.map((found) => {
    const coordinate = found.kind === 'BREAKING' && found.severity === 'ERROR' ? reliedOn(found) : undefined;
    if (coordinate === undefined) return found;
    const { days, used, gap } = recent;
    if (used.has(coordinate)) return saidMore(found, bilingualMessage('FINDING_ASKED', { days }));
    if (gap !== undefined) return saidMore(found, bilingualMessage('FINDING_ASKED_BY_NOBODY_KNOWN', { days, gap }));
    return saidMore({ ...found, severity: 'WARNING' }, bilingualMessage('FINDING_ASKED_BY_NOBODY', { days }));
  });
}

/**
 * What operations that a finding breaks or closes rely on, as a schema coordinate; undefined where usage does not tell, as of directives.
 *
 * Of a value of an enum it is the enum: a value may come from either side, in variables as well. Of an argument, or of a part of an input, that is of another type it is whatever has it:
 * where it comes to be required, those are refused who do not give it.
 */
export function reliedOn({ kind, code, coordinate, message }: SchemaFinding): string | undefined {
  if (coordinate === null || (kind !== 'BREAKING' && kind !== 'NARROWED') || code.startsWith('DIRECTIVE')) return undefined;
  if (!/^_*[A-Z]/.test(coordinate)) return undefined;
  if (code === 'INPUT_FIELD_CHANGED_KIND') return coordinate.split('.')[0];
  const argument = code === 'ARG_REMOVED' ? / arg (\w+) /.exec(message)?.[1] : undefined;
  return argument === undefined ? coordinate : `${coordinate}(${argument}:)`;
}
