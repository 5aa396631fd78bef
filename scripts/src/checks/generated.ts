import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './run-program.js';
import type { Finding } from './finding.js';

const generator = 'scripts/bin/build-schema.mjs';

/** Pages generated from the contract and committed (ERRORS.md, SHARING-MATRIX.md) are as their generator would write them now. */
export async function checkGenerated(root: string): Promise<Finding[]> {
  const program = join(root, generator);
  if (!existsSync(program) || !readFileSync(program, 'utf8').includes('--check')) {
    return [{ place: generator, message: 'It has no --check, so that stale generated pages go unseen.' }];
  }
  const { code, output, errors } = await runProgram(process.execPath, [program, '--check'], join(root, 'schema'));
  if (code === 0) return [];
  const lines = `${output}\n${errors}`.split('\n').filter((line) => line.trim() !== '');
  return (lines.length > 0 ? lines : [`exit code ${code}`]).map((message) => ({ place: 'schema/', message }));
}
