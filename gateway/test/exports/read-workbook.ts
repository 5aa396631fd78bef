import { promisify } from 'node:util';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

/** The cells of a workbook's sheet, as another program reads them; a formula would be told apart. */
export async function readWorkbook(file: Buffer): Promise<(string | number | boolean | null)[][]> {
  const sheet = await entryOf(file, 'xl/worksheets/sheet1.xml');
  return [...sheet.matchAll(/<row>(.*?)<\/row>/gs)].map(([, row = '']) => [...row.matchAll(/<c(?: t="(\w+)")?(?: s="1")?(?:\/>|>(.*?)<\/c>)/gs)].map(([, type, inner]) => valueOf(type, inner)));
}

function valueOf(type: string | undefined, inner: string | undefined): string | number | boolean | null {
  if (inner === undefined) return null;
  if (inner.includes('<f')) return `formula ${inner}`;
  const text = inner.replace(/<[^>]*>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  if (type === 'inlineStr') return text;
  return type === 'b' ? text === '1' : Number(text);
}

async function entryOf(file: Buffer, name: string): Promise<string> {
  const zip = (await promisify<Buffer, object, ZipFile>(fromBuffer as never)(file, { lazyEntries: true }));
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('entry', (entry: Entry) => {
      if (entry.fileName !== name) return zip.readEntry();
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject).on('end', () => resolve(Buffer.concat(chunks).toString()));
      });
    });
    zip.readEntry();
  });
}
