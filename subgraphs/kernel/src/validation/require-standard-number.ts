import { inForceOn } from '@hub/schema/code-lists/in-force-on.js';
import { readStandardNumber } from '@hub/schema/identifiers/standard-number.js';
import { standardNumberProblems } from '@hub/schema/identifiers/standard-number-problems.js';
import { dayInShanghai } from '../calendar/day-in-shanghai.js';
import type { CodesAsOf } from './require-code.js';
import { requireText } from './require-text.js';
import { requireValid } from './require-valid.js';

/**
 * A standard number in its one form (GB 4706.1-2005), however it was written, of a body that publishes standards today: by the list of bodies that is published, or the one that came with the hub
 * where this owner has heard of none.
 *
 * @throws Refusal VALUE_REQUIRED, VALUE_TOO_LONG, VALUE_INVALID
 */
export function requireStandardNumber(field: string, value: string, { codeLists, now }: CodesAsOf): string {
  const day = dayInShanghai(now);
  const heard = codeLists.entriesOf('standard-bodies', '') !== undefined;
  const isBody = heard ? (code: string) => codeLists.entriesOf('standard-bodies', code)?.some((entry) => inForceOn(entry, day)) ?? false : undefined;
  const read = readStandardNumber(requireText(field, value, 60), isBody);
  requireValid(typeof read !== 'string', field, standardNumberProblems[typeof read === 'string' ? read : 'FORM'], 'GB 4706.1');
  return read.text;
}
