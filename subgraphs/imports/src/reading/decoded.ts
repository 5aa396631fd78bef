import { ImportFault } from '../import-fault.js';

/** Encodings of Chinese sources, by their names in the Encoding Standard; GB 18030 holds GBK and GB 2312. */
export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le';

/**
 * The text that bytes are, without a byte order mark.
 * @throws ImportFault IMPORT_ENCODING where they are no text in this encoding
 */
export async function* decoded(bytes: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let at = 0;
  try {
    for await (const chunk of bytes) {
      // What GB 18030 would read as 锘 is the mark of UTF-8.
      if (at === 0 && encoding === 'gb18030' && chunk.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) throw new ImportFault('IMPORT_ENCODING', { encoding, at: 0 });
      const text = decoder.decode(chunk, { stream: true });
      at += chunk.length;
      if (text !== '') yield text;
    }
    const rest = decoder.decode();
    if (rest !== '') yield rest;
  } catch (error) {
    if (error instanceof TypeError && (error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') throw new ImportFault('IMPORT_ENCODING', { encoding, at });
    throw error;
  }
}
