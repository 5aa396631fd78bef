import { promisify } from 'node:util';
import { buffer } from 'node:stream/consumers';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

/** A sheet as another program reads it. */
export interface ReadSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: string[][];
  readonly xml: string;
}

/** The sheets of a workbook that the hub gives, in their order. */
export async function readSheets(file: Buffer): Promise<ReadSheet[]> {
  const parts = await partsOf(file);
  const sheets = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet name="([^"]*)" sheetId="(\d+)"( state="hidden")?/g)];
  return sheets.map(([, name = '', id = '', hidden]) => {
    const xml = parts.get(`xl/worksheets/sheet${id}.xml`) ?? '';
    return { name, hidden: hidden !== undefined, rows: [...xml.matchAll(/<row>(.*?)<\/row>/gs)].map(([, row = '']) => cellsOf(row)), xml };
  });
}

function cellsOf(row: string): string[] {
  return [...row.matchAll(/<c[^>]*?(?:\/>|>(.*?)<\/c>)/gs)].map(([, inner = '']) => inner.replace(/<[^>]*>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'));
}

async function partsOf(file: Buffer): Promise<Map<string, string>> {
  const zip = await promisify<Buffer, object, ZipFile>(fromBuffer as never)(file, { lazyEntries: true });
  const open = promisify(zip.openReadStream.bind(zip) as (entry: Entry, done: (error: Error | null, stream: NodeJS.ReadableStream) => void) => void);
  const parts = new Map<string, string>();
  return new Promise((resolve, reject) => {
    zip.on('error', reject).on('end', () => resolve(parts));
    zip.on('entry', (entry: Entry) => {
      open(entry)
        .then(async (stream) => {
          parts.set(entry.fileName, (await buffer(stream)).toString());
          zip.readEntry();
        })
        .catch(reject);
    });
    zip.readEntry();
  });
}
