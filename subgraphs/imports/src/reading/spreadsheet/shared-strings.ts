import { ImportFault } from '../../import-fault.js';
import { readPart } from './part-events.js';
import type { Workbook } from './workbook.js';

const part = 'xl/sharedStrings.xml';
const mostCharacters = 64 * 1024 * 1024;

/** The texts that cells name by number; phonetic readings (拼音) beside them are no text of the cell. */
export async function sharedStrings(workbook: Workbook): Promise<readonly string[]> {
  const strings: string[] = [];
  if (!workbook.has(part)) return strings;
  let characters = 0;
  let text = '';
  let inText = false;
  let inReading = false;
  const listener = {
    opened(name: string) {
      if (name === 'si') text = '';
      if (name === 'rPh') inReading = true;
      if (name === 't') inText = true;
    },
    text(piece: string) {
      if (inText && !inReading) text += piece;
    },
    closed(name: string) {
      if (name === 't') inText = false;
      if (name === 'rPh') inReading = false;
      if (name !== 'si') return;
      characters += text.length;
      if (characters > mostCharacters) throw new ImportFault('IMPORT_EXPANDS_TOO_FAR', { limit: `${mostCharacters} characters of texts` });
      strings.push(text);
    },
  };
  await readPart(workbook, part, listener);
  return strings;
}
