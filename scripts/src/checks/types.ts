import { join } from 'node:path';
import { runProgram } from './run-program.js';
import type { Finding } from './finding.js';

const diagnostic = /^(.+?)\((\d+),\d+\): error (TS\d+: .+)$/;

/** What runs in Node, and what runs in a browser, which has other globals. */
const projects = ['.', 'gateway/console'];

/** A run of the TypeScript compiler over all of a project's files, for each; what it knows of unchanged files is kept beside the packages. */
export async function checkTypes(root: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const project of projects) findings.push(...(await typesOf(root, project)));
  return findings;
}

async function typesOf(root: string, project: string): Promise<Finding[]> {
  const args = ['node_modules/typescript/bin/tsc', '-p', project, '--noEmit', '--pretty', 'false'];
  const cache = ['--incremental', '--tsBuildInfoFile', `node_modules/.cache/types-${project === '.' ? 'node' : 'browser'}.tsbuildinfo`];
  const { code, output, errors } = await runProgram(process.execPath, [...args, ...cache], root);
  const findings = output.split('\n').flatMap((line) => {
    const [, file, row, message] = diagnostic.exec(line) ?? [];
    return file && row && message ? [{ place: `${file}:${row}`, message }] : [];
  });
  if (code !== 0 && findings.length === 0) findings.push({ place: join(project, 'tsconfig.json'), message: (output + errors).trim() });
  return findings;
}
