import { ImportFault } from '../../import-fault.js';
import { readText } from './cell-text.js';
import { readPart } from './part-events.js';
import type { Workbook } from './workbook.js';

const part = 'xl/sharedStrings.xml';
/** What is held of a workbook at the most. */
const most = { characters: 64 * 1024 * 1024, texts: 4_000_000 };

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
      if (!inText || inReading) return;
      text += piece;
      characters += piece.length;
      if (characters > most.characters) throw new ImportFault('IMPORT_EXPANDS_TOO_FAR', { limit: `${most.characters} characters of texts` });
    },
    closed(name: string) {
      if (name === 't') inText = false;
      if (name === 'rPh') inReading = false;
      if (name !== 'si') return;
      if (strings.length === most.texts) throw new ImportFault('IMPORT_EXPANDS_TOO_FAR', { limit: `${most.texts} texts` });
      strings.push(readText(text));
    },
  };
  await readPart(workbook, part, listener);
  return strings;
}
