import { optionalText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { usccProblem, type UsccProblem } from '@hub/schema/identifiers/uscc.js';

const problems: Readonly<Record<UsccProblem, string>> = {
  LENGTH: 'a unified social credit code has 18 characters',
  CHARACTER: 'it holds a character that GB 32100-2015 does not use (I, O, S, V, Z, small letters)',
  REGION: 'characters 3 to 8 are no region code',
  ORGANISATION_CHECK: 'the check of the organisation code in characters 9 to 17 fails (GB 11714)',
  CHECK: 'its check character fails (GB 32100-2015)',
};

/** A unified social credit code that passes its checks, if there is one. @throws Refusal VALUE_INVALID */
export function optionalUscc(field: string, value: string | null | undefined): string | null {
  const code = optionalText(field, value, 40);
  if (code === null) return null;
  const problem = usccProblem(code);
  requireValid(problem === undefined, field, problem === undefined ? '' : problems[problem], '91440300MA5F7YRE78');
  return code;
}
