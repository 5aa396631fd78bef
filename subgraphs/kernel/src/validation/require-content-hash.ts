import { contentHashProblem } from '@hub/schema/identifiers/content-hash.js';
import { contentHashProblems } from '@hub/schema/identifiers/content-hash-problems.js';
import { requireValid } from './require-valid.js';

/** A hash that names its algorithm, SHA-256 or SM3. @throws Refusal VALUE_INVALID */
export function requireContentHash(field: string, hash: string): string {
  const problem = contentHashProblem(hash);
  requireValid(problem === undefined, field, contentHashProblems[problem ?? 'FORM'], `sha-256:${'0'.repeat(64)}`);
  return hash;
}
