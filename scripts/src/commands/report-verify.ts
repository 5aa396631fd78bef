import { withExitCode } from '../exit-code.js';
import { keysOfFile, readPublishedKeys } from '../report/published-keys.js';
import { readReportFile } from '../report/report-file.js';
import { reportVerdict } from '../report/report-verdict.js';
import { verdictInWords } from '../report/verdict-in-words.js';

export interface ReportVerifyOptions {
  readonly keys?: readonly string[];
  readonly json: boolean;
}

/** Checks the signature of a report by its file alone, or by keys that are given. The exit code is that of what was found. */
export function reportVerify(path: string, { keys, json }: ReportVerifyOptions): Promise<void> {
  return withExitCode(async () => {
    const file = await readReportFile(path);
    const verdict = await reportVerdict(file, keys === undefined ? keysOfFile(file) : await readPublishedKeys(keys));
    console.log(json ? JSON.stringify(verdict, null, 2) : verdictInWords(verdict).join('\n'));
    return verdict.valid ? 0 : 1;
  });
}
