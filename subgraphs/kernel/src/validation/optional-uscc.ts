import { usccProblem } from '@hub/schema/identifiers/uscc.js';
import { usccProblems } from '@hub/schema/identifiers/uscc-problems.js';
import { optionalText } from './require-text.js';
import { requireValid } from './require-valid.js';

/** A unified social credit code that passes its checks, if there is one. @throws Refusal VALUE_INVALID */
export function optionalUscc(field: string, value: string | null | undefined): string | null {
  const code = optionalText(field, value, 40);
  if (code === null) return null;
  const problem = usccProblem(code);
  requireValid(problem === undefined, field, usccProblems[problem ?? 'CHECK'], '91440300MA5F7YRE78');
  return code;
}
