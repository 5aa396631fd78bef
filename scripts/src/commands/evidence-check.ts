import { auditKeys } from '../audit/audit-keys.js';
import { CommandRefused } from '../command-refused.js';
import { checkExport, type ExportVerdict } from '../evidence/check-export.js';
import { printable, printableJson } from '../evidence/printable.js';
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
      throw new CommandRefused(`${folder} cannot be read as an export of evidence (${printable((error as Error).message)}). Right would be a folder that hub evidence export has written.`);
    });
    if (json) console.log(printableJson({ valid: verdict.problems.length === 0, ...verdict }));
    else tell(verdict, roots !== undefined);
    process.exitCode = verdict.problems.length > 0 ? 1 : verdict.open.length > 0 ? 4 : 0;
  } catch (error) {
    console.error(inWords(error));
    process.exitCode = 3;
  }
}

function tell({ owner, subject, keys, entries, stamped, notHandedIn, problems, open }: ExportVerdict, looked: boolean): void {
  const say = (line: string) => console.log(printable(line));
  say(`${subject} at ${owner}: ${problems.length > 0 ? `${problems.length} problems` : open.length > 0 ? 'nothing wrong was found, and not all can be told' : 'as it was preserved'}`);
  for (const entry of entries) {
    if (entry.kind === 'NAMED') say(`  ${entry.at} ${entry.act ?? '(before there was a record)'} by ${entry.by?.userId ?? '?'} of ${entry.by?.partyId ?? '?'} named ${entry.files.map(({ hash }) => hash).join(', ')}`);
    else say(`  ${entry.at} ${entry.file.hash} came from ${entry.by.userId} of ${entry.by.partyId}`);
  }
  for (const hash of notHandedIn) say(`  ${hash} is named and was not handed in`);
  for (const [position, at] of Object.entries(stamped)) say(`  ${at} the authority stamped all up to ${position}`);
  say(`  signatures were verified by the keys ${keys.join(', ')}`);
  if (!looked) say('  time stamps were not looked at: name the roots that you trust with --roots');
  for (const each of open) say(`  OPEN: ${each}`);
  for (const problem of problems) say(`  WRONG: ${problem}`);
}
