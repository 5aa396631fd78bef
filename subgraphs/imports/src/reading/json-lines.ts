import { ImportFault } from '../import-fault.js';
import { recordLimit } from './record-limit.js';
import type { Cells, SourceRow } from './source-row.js';

/**
 * Reads JSON lines: a record on each line. A line that is no JSON object is a row with a problem, and touches no other.
 * @throws ImportFault IMPORT_RECORD_TOO_LONG
 */
export async function* readJsonLines(text: AsyncIterable<string>): AsyncGenerator<SourceRow> {
  let row = 0;
  for await (const line of lines(text)) {
    row += 1;
    if (line.trim() !== '') yield { row, content: line, ...objectIn(line) };
  }
}

async function* lines(text: AsyncIterable<string>): AsyncGenerator<string> {
  let kept = '';
  let row = 0;
  for await (const chunk of text) {
    const parts = (kept + chunk).split('\n');
    kept = parts.pop() ?? '';
    for (const part of parts) {
      requireShort(part, row);
      row += 1;
      yield part.endsWith('\r') ? part.slice(0, -1) : part;
    }
    requireShort(kept, row);
  }
  if (kept !== '') yield kept;
}

function requireShort(line: string, row: number): void {
  if (line.length > recordLimit) throw new ImportFault('IMPORT_RECORD_TOO_LONG', { row, limit: recordLimit });
}

function objectIn(line: string): Pick<SourceRow, 'cells' | 'problem'> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { cells: value as Cells };
  } catch {
    // Told below.
  }
  return { cells: {}, problem: { en: 'it is no JSON object', 'zh-CN': '不是 JSON 对象' } };
}
