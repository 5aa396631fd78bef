import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './run-program.js';
import type { SourceTree } from './source-tree.js';

/** The project's files as git lists them; files deleted but not yet committed are left out. */
export async function readSourceTree(root: string): Promise<SourceTree> {
  const listing = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const { code, output, errors } = await runProgram('git', listing, root);
  if (code !== 0) throw new Error(`The checks list the project's files with git, which failed: ${errors.trim()}`);
  const files = output.split('\0').filter((file) => file !== '' && existsSync(join(root, file)));
  return { files, read: (file) => readFileSync(join(root, file), 'utf8') };
}
