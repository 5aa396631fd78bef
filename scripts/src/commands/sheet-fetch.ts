import { writeFile } from 'node:fs/promises';
import { sheetHeader } from '@hub/imports/sheets/sheet-header.js';
import { CommandRefused } from '../command-refused.js';
import { withExitCode } from '../exit-code.js';
import { askSheets, type SheetsAskedAs } from '../sheets/ask-sheets.js';
import { tellRefusal } from '../sheets/tell-refusal.js';

export interface SheetFetchOptions extends SheetsAskedAs {
  readonly out?: string;
  /** Narrows what waits, as its list takes it, in JSON. */
  readonly filter?: string;
  /** Whether what waits stands in it. */
  readonly waiting: boolean;
}

/** Fetches the sheet of an act, to be filled in; or, without an act, lists those that have one. The exit code is 0 where it is there, 1 where the hub refuses, 2 where it does not answer, 3 for wrong input. */
export function sheetFetch(act: string | undefined, options: SheetFetchOptions): Promise<void> {
  return withExitCode(async () => {
    if (act === undefined) return list(options);
    const { out, filter, waiting } = options;
    if (out === undefined) throw new CommandRefused(`Where is it to lie? Right would be, for example, --out ${act}.xlsx.`);
    const search = new URLSearchParams({ waiting: waiting ? 'yes' : 'no', ...(filter !== undefined && { filter }) });
    const response = await askSheets(`/sheets/${encodeURIComponent(act)}?${search.toString()}`, options);
    if (!response.ok) return tellRefusal(response);
    await writeFile(out, Buffer.from(await response.arrayBuffer()));
    const { waiting: rows, more } = sheetHeader(response);
    if (more) console.log(rows > 0 ? 'More waits than stands in it: send it filled in, and fetch it again for the others.' : 'What waits first needs more rows than a sheet may have. Ask the operator to raise SHEET_ROWS, or narrow by --filter.');
    console.log(`${out}: to be filled in. Send it with: hub sheet send ${act} ${out}`);
    return 0;
  });
}

async function list(options: SheetFetchOptions): Promise<number> {
  const response = await askSheets('/sheets', options);
  if (!response.ok) return tellRefusal(response);
  const { acts } = (await response.json()) as { acts: { act: string; title: Record<string, string> }[] };
  for (const { act, title } of acts) console.log(`${act.padEnd(26)}${title['zh-CN'] ?? ''}`);
  return 0;
}
