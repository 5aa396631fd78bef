import { auditKeys } from '../audit/audit-keys.js';
import { CommandRefused } from '../command-refused.js';
import { checkExport, type ExportVerdict } from '../evidence/check-export.js';
import { rootsOf } from '../evidence/roots-of.js';
import { inWords } from '../tell-failure.js';

export interface EvidenceCheckOptions {
  readonly keys?: string;
  readonly roots?: string;
  readonly json: boolean;
}

/** Checks an export without the hub. The exit code is that of what was found. */
export async function evidenceCheck(folder: string, { keys, roots, json }: EvidenceCheckOptions): Promise<void> {
  try {
    const options = { keys: keys === undefined ? undefined : await auditKeys('', keys), roots: rootsOf(roots) };
    const verdict = await checkExport(folder, options).catch((error: unknown) => {
      throw new CommandRefused(`${folder} cannot be read as an export of evidence (${(error as Error).message}). Right would be a folder that hub evidence export has written.`);
    });
    if (json) console.log(JSON.stringify({ valid: verdict.problems.length === 0, ...verdict }, null, 2));
    else tell(verdict, roots !== undefined);
    process.exitCode = verdict.problems.length === 0 ? 0 : 1;
  } catch (error) {
    console.error(inWords(error));
    process.exitCode = 3;
  }
}

function tell({ owner, subject, entries, stamped, problems }: ExportVerdict, looked: boolean): void {
  console.log(`${subject} at ${owner}: ${problems.length === 0 ? 'as it was preserved' : `${problems.length} problems`}`);
  for (const entry of entries) {
    if (entry.kind === 'NAMED') console.log(`  ${entry.at} ${entry.act ?? '(before there was a record)'} by ${entry.by?.userId ?? '?'} of ${entry.by?.partyId ?? '?'} named ${entry.files.map(({ hash }) => hash).join(', ')}`);
    if (entry.kind === 'RECEIVED') console.log(`  ${entry.at} ${entry.file.hash} came from ${entry.by.userId} of ${entry.by.partyId}`);
  }
  for (const [position, at] of Object.entries(stamped)) console.log(`  ${at} the authority stamped all up to ${position}`);
  if (!looked) console.log('  time stamps were not looked at: name the roots that you trust with --roots');
  for (const problem of problems) console.log(`  WRONG: ${problem}`);
}
