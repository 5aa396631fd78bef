import { runProgram } from './run-program.js';
import type { Finding } from './finding.js';

const diagnostic = /^(.+?)\((\d+),\d+\): error (TS\d+: .+)$/;

/** One run of the TypeScript compiler over the whole project; what it knows of unchanged files is kept beside the packages. */
export async function checkTypes(root: string): Promise<Finding[]> {
  const args = ['node_modules/typescript/bin/tsc', '-p', '.', '--noEmit', '--pretty', 'false'];
  const cache = ['--incremental', '--tsBuildInfoFile', 'node_modules/.cache/types.tsbuildinfo'];
  const { code, output, errors } = await runProgram(process.execPath, [...args, ...cache], root);
  const findings = output.split('\n').flatMap((line) => {
    const [, file, row, message] = diagnostic.exec(line) ?? [];
    return file && row && message ? [{ place: `${file}:${row}`, message }] : [];
  });
  if (code !== 0 && findings.length === 0) findings.push({ place: 'tsconfig.json', message: (output + errors).trim() });
  return findings;
}
