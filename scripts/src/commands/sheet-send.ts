import { readFile, writeFile } from 'node:fs/promises';
import { sheetHeader } from '@hub/imports/sheets/sheet-header.js';
import { CommandRefused } from '../command-refused.js';
import { withExitCode } from '../exit-code.js';
import { askSheets, xlsx, type SheetsAskedAs } from '../sheets/ask-sheets.js';
import { tellRefusal } from '../sheets/tell-refusal.js';

export interface SheetSendOptions extends SheetsAskedAs {
  /** Where the answer is to lie. */
  readonly out?: string;
}

/** Sends a filled-in sheet, and keeps the answer: what was not done, to be mended, and what became of every row. The exit code is 0 where all was done, 1 where something was refused, 2 where the hub did not come to all of it, 3 for wrong input. */
export function sheetSend(act: string, file: string, options: SheetSendOptions): Promise<void> {
  return withExitCode(async () => {
    const out = options.out ?? file.replace(/(\.xlsx)?$/i, '.answer.xlsx');
    const body = await readFile(file).catch(() => {
      throw new CommandRefused(`There is no file ${file}.`);
    });
    const response = await askSheets(`/sheets/${encodeURIComponent(act)}`, options, { method: 'POST', body, headers: { 'content-type': xlsx, accept: xlsx } });
    if (!response.ok) return tellRefusal(response);
    await writeFile(out, Buffer.from(await response.arrayBuffer()));
    const { refused, notSent } = sheetHeader(response);
    console.log(`${response.headers.get('x-hub-sheet') ?? ''}. What became of each row stands in ${out}.`);
    if (refused > 0 || notSent > 0) console.log(`Mend it there and send it: hub sheet send ${act} ${out}`);
    return notSent > 0 ? 2 : refused > 0 ? 1 : 0;
  });
}
