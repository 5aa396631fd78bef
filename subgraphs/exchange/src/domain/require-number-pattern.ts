import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { numberSeries, type NumberedKind } from '@hub/schema/code-lists/number-series.js';
import { numberPatternProblems } from '@hub/schema/identifiers/number-pattern-problems.js';
import { numberPatternProblem } from '@hub/schema/identifiers/number-pattern.js';

/**
 * A rule as it is kept, for a kind that a party of this kind issues.
 *
 * @throws Refusal VALUE_INVALID, VALUE_REQUIRED
 */
export function requireNumberPattern(partyKind: string, kind: NumberedKind, written: string): string {
  const { party, by } = numberSeries[kind];
  const own = Object.entries(numberSeries).flatMap(([name, series]) => (series.party === partyKind ? [name] : []));
  requireValid(party === partyKind, 'kind', { en: 'your party issues none of these', 'zh-CN': '贵单位不制发此类事项' }, own.join(', '));
  // A rule that is to be kept is one spelling of what is seen: some Chinese letters have two.
  const pattern = requireText('pattern', written, 200).normalize('NFC');
  const problem = numberPatternProblem(pattern, by);
  requireValid(
    problem === undefined,
    'pattern',
    numberPatternProblems[problem ?? 'PART'],
    by === 'COUNTED' ? '{prefix}{region}{year}{seq:5}' : '{prefix}{year}{random}',
  );
  return pattern;
}
