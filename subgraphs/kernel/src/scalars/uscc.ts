import { usccProblem } from '@hub/schema/identifiers/uscc.js';
import { usccProblems } from '@hub/schema/identifiers/uscc-problems.js';
import { textScalar } from './text-scalar.js';

/** A unified social credit code (统一社会信用代码, GB 32100-2015). */
export const usccScalar = textScalar('Uscc', '91440300MA5F7YRE78', (text) => {
  const problem = usccProblem(text);
  return problem === undefined ? { text } : { problem: usccProblems[problem] };
});
