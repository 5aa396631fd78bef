import { extname } from 'node:path';
import { fetchExport } from '@hub/client/exports/fetch-export.js';
import { ExportRefused, HubExports } from '@hub/client/exports/hub-exports.js';
import { addressOf, tokenOf, type AskedAs } from '../asking/asked-as.js';
import { CommandRefused } from '../command-refused.js';
import { withExitCode } from '../exit-code.js';

export interface ExportListOptions extends AskedAs {
  readonly out?: string;
  readonly format?: string;
  readonly fields?: string;
  readonly filter?: string;
  readonly order?: string;
  readonly purpose?: string;
}

const formats = ['csv', 'xlsx', 'jsonl'];

/** Writes a list that a party may see into a file, with its signed manifest beside it. The exit code is 0 where it is whole, 1 where the hub refuses, 2 where it does not answer, 3 for wrong input. */
export function exportList(list: string, options: ExportListOptions): Promise<void> {
  return withExitCode(async () => {
    const { out } = options;
    // Not commander's to demand: it would of `export verify` too.
    if (out === undefined) throw new CommandRefused(`Where is it to lie? Right would be, for example, --out ${list}.csv.`);
    const hub = new HubExports({ url: await addressOf(options), token: tokenOf(options), purpose: options.purpose });
    try {
      const told = await fetchExport({ hub, request: requestOf(list, out, options), file: out, onProgress });
      if (process.stderr.isTTY) process.stderr.write('\n');
      console.log(`${out}: ${told.rows} rows. Its manifest lies beside it; "hub export verify ${out}" checks both.`);
      return 0;
    } catch (error) {
      if (!(error instanceof ExportRefused)) throw error;
      console.error(`${error.message} (${error.code})`);
      return 1;
    }
  });
}

function requestOf(list: string, out: string, { format = extname(out).slice(1), fields, filter, order }: ExportListOptions): object {
  if (!formats.includes(format)) throw new CommandRefused(`"${format}" is no format. Right would be --format csv, xlsx or jsonl.`);
  return {
    list,
    format,
    ...(fields !== undefined && { fields: fields.split(',').map((each) => each.trim()) }),
    ...(filter !== undefined && { filter: inJson('--filter', filter, '{"hazardDegree":["SERIOUS"]}') }),
    ...(order !== undefined && { orderBy: inJson('--order', order, '{"field":"RECEIVED_AT","direction":"DESC"}') }),
  };
}

function inJson(option: string, text: string, example: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new CommandRefused(`${option} is not JSON. Right would be, for example, ${option} '${example}'.`);
  }
}

function onProgress({ bytes, export: { rows, totalCount } }: { readonly bytes: number; readonly export: { readonly rows: number; readonly totalCount: number | null } }): void {
  const line = `${rows} rows${totalCount === null ? '' : ` of ${totalCount >= 10_000 ? '10000 or more' : totalCount}`}, ${(bytes / 1_048_576).toFixed(1)} MB`;
  process.stderr.write(process.stderr.isTTY ? `\r${line}   ` : `${line}\n`);
}
