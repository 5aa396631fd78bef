import { inForceOn } from '@hub/schema/code-lists/in-force-on.js';
import { foreignBodies, readStandardNumber } from '@hub/schema/identifiers/standard-number.js';
import { standardNumberProblems } from '@hub/schema/identifiers/standard-number-problems.js';
import { dayInShanghai } from '../calendar/day-in-shanghai.js';
import { codeRetired, type CodesAsOf } from './require-code.js';
import { requireText } from './require-text.js';
import { requireValid } from './require-valid.js';

const list = 'standard-bodies';

/**
 * A standard number in its one form (GB 4706.1-2005), however it was written, of a body that publishes standards today: by the list of bodies that is published, or the one that came with the hub
 * where this owner has heard of none.
 *
 * @param standing numbers that the record has: they stand, though their bodies may have ended since
 * @throws Refusal VALUE_REQUIRED, VALUE_TOO_LONG, VALUE_INVALID, CODE_RETIRED
 */
export function requireStandardNumber(field: string, value: string, { codeLists, now }: CodesAsOf, standing: ReadonlySet<string> = new Set()): string {
  const written = requireText(field, value, 60);
  const day = dayInShanghai(now);
  const heard = codeLists.entriesOf(list, '') !== undefined;
  const of = (code: string) => codeLists.entriesOf(list, code) ?? [];
  // A body abroad that has ended, or is not in the list any more, forms its numbers as before.
  const isForeign = (code: string) => foreignBodies.has(code) || of(code).some(({ properties }) => properties.some(({ name, values }) => name === 'kind' && values.includes('FOREIGN')));
  const read = readStandardNumber(written, heard ? (code) => of(code).some((entry) => inForceOn(entry, day)) : undefined, isForeign);
  if (typeof read !== 'string') return read.text;
  let body = '';
  const ofAnyBody = readStandardNumber(written, (code) => {
    body = code;
    return true;
  }, isForeign);
  const [form, problem] = typeof ofAnyBody === 'string' ? [written, ofAnyBody] : [ofAnyBody.text, read];
  const stands = standing.has(form);
  if (!stands && typeof ofAnyBody !== 'string' && of(body).length > 0) throw codeRetired(field, body, list, of(body));
  requireValid(stands, field, standardNumberProblems[problem], 'GB 4706.1');
  return form;
}
