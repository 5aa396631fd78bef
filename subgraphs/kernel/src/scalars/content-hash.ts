import { contentHashProblem } from '@hub/schema/identifiers/content-hash.js';
import { contentHashProblems } from '@hub/schema/identifiers/content-hash-problems.js';
import { textScalar } from './text-scalar.js';

/** A content hash (内容摘要) that names its algorithm: sha-256:… or sm3:… */
export const contentHashScalar = textScalar('ContentHash', `sha-256:${'0'.repeat(64)}`, (text) => {
  const problem = contentHashProblem(text);
  return problem === undefined ? { text } : { problem: contentHashProblems[problem] };
});
