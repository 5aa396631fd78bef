import { fromBuffer, open, type Entry, type ZipFile } from 'yauzl';
import { ImportFault } from '../../import-fault.js';

/** What a workbook may hold: entries, bytes of one part when unpacked, and how many times its packed size a large part may be. */
const bounds = { entries: 5000, bytes: 1024 * 1024 * 1024, large: 16 * 1024 * 1024, times: 200 };

/** An XLSX file (ISO/IEC 29500): a ZIP archive of parts. */
export class Workbook {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip;
    this.#entries = entries;
  }

  /** @throws ImportFault IMPORT_UNREADABLE, IMPORT_TRUNCATED, IMPORT_EXPANDS_TOO_FAR */
  static open(path: string): Promise<Workbook> {
    return Workbook.#opened((options, done) => open(path, options, done), bounds.bytes);
  }

  /** The same of a file that is in memory. @param unpacked bytes of one part at the most, when unpacked @throws as open */
  static of(file: Buffer, unpacked: number): Promise<Workbook> {
    return Workbook.#opened((options, done) => fromBuffer(file, options, done), unpacked);
  }

  static async #opened(opening: (options: { lazyEntries: true; autoClose: false }, done: (error: Error | null, file: ZipFile) => void) => void, bytes: number): Promise<Workbook> {
    const zip = await new Promise<ZipFile>((resolve, reject) => opening({ lazyEntries: true, autoClose: false }, (error, file) => (error ? reject(unreadable(error)) : resolve(file))));
    try {
      return new Workbook(zip, await entriesOf(zip, bytes));
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** The bytes of a part, never more than it declares. @throws ImportFault IMPORT_UNREADABLE */
  async *part(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name);
    if (!entry) throw unreadable(new Error(`it has no part ${name}`));
    const stream = await new Promise<AsyncIterable<Buffer>>((resolve, reject) => this.#zip.openReadStream(entry, (error, opened) => (error ? reject(unreadable(error)) : resolve(opened))));
    try {
      yield* stream;
    } catch (error) {
      throw error instanceof ImportFault ? error : unreadable(error as Error);
    }
  }

  close(): void {
    this.#zip.close();
  }
}

function entriesOf(zip: ZipFile, bytes: number): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  return new Promise((resolve, reject) => {
    zip.on('error', (error: Error) => reject(unreadable(error)));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      const { uncompressedSize, compressedSize } = entry;
      const tooMany = entries.size >= bounds.entries;
      if (tooMany || uncompressedSize > bytes || (uncompressedSize > bounds.large && uncompressedSize > compressedSize * bounds.times)) {
        return reject(new ImportFault('IMPORT_EXPANDS_TOO_FAR', { limit: tooMany ? `${bounds.entries} × ZIP` : uncompressedSize > bytes ? `${bytes} bytes` : `${bounds.times} × ${compressedSize}` }));
      }
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

function unreadable({ message }: Error): ImportFault {
  return /end of central directory/i.test(message) ? new ImportFault('IMPORT_TRUNCATED', { format: 'XLSX' }) : new ImportFault('IMPORT_UNREADABLE', { format: 'XLSX', problem: message });
}
