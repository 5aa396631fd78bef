import { JSONParser } from '@streamparser/json';
import { ImportFault } from '../import-fault.js';
import { recordLimit } from './record-limit.js';
import type { SourceRow } from './source-row.js';

/**
 * Reads the records of one JSON document without ever holding more than one.
 * @param path of the list that holds them, member by member; none where the document is the list
 * @throws ImportFault IMPORT_UNREADABLE, IMPORT_TRUNCATED, IMPORT_RECORD_TOO_LONG
 */
export async function* readJsonDocument(text: AsyncIterable<string>, path: readonly string[]): AsyncGenerator<SourceRow> {
  let read: SourceRow[] = [];
  let row = 0;
  let since = 0;
  const parser = new JSONParser({ paths: [['$', ...path, '*'].join('.')], keepStack: false });
  let fault: Error | undefined;
  parser.onError = (error) => {
    fault ??= error;
  };
  parser.onValue = ({ value, key }) => {
    if (typeof key !== 'number') return; // a member of an object on the way, no entry of a list
    row += 1;
    since = 0;
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    const content = JSON.stringify(value);
    read.push(isObject ? { row, content, cells: value } : { row, content, cells: {}, problem: { en: 'it is no JSON object', 'zh-CN': '不是 JSON 对象' } });
  };
  for await (const chunk of text) {
    since += chunk.length;
    parser.write(chunk);
    if (fault) throw new ImportFault('IMPORT_UNREADABLE', { format: 'JSON', problem: `${fault.message}, after record ${row}` });
    if (since > recordLimit + chunk.length) throw new ImportFault('IMPORT_RECORD_TOO_LONG', { row, limit: recordLimit });
    yield* read;
    read = [];
  }
  if (!parser.isEnded) throw new ImportFault('IMPORT_TRUNCATED', { format: 'JSON' });
}
