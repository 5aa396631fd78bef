import { relative } from 'node:path';
import { runProgram } from './run-program.js';
import type { Finding } from './finding.js';

interface LintedFile {
  readonly filePath: string;
  readonly messages: readonly { readonly line?: number; readonly message: string; readonly ruleId: string | null }[];
}

/** One run of ESLint over the whole project; a warning counts as much as an error. */
export async function checkLint(root: string): Promise<Finding[]> {
  const { code, output, errors } = await runProgram(process.execPath, ['node_modules/eslint/bin/eslint.js', '.', '--format', 'json'], root);
  if (code > 1 || output === '') return [{ place: 'eslint.config.js', message: errors.trim() || 'ESLint printed nothing.' }];
  return (JSON.parse(output) as LintedFile[]).flatMap((file) =>
    file.messages.map(({ line, message, ruleId }) => ({
      place: `${relative(root, file.filePath)}:${line ?? 1}`,
      message: `${message} (${ruleId ?? 'syntax'})`,
    })),
  );
}
