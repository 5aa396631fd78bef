import { SaxesParser } from 'saxes';
import { ImportFault } from '../../import-fault.js';
import { decoded } from '../decoded.js';
import { deepest, recordLimit } from '../record-limit.js';
import type { Workbook } from './workbook.js';

/** What is heard of a part, element by element, by local names. */
export interface PartListener {
  opened?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  closed?(name: string): void;
}

/**
 * Reads one part of a workbook; yields after each piece, so that who listens can hand on what is complete.
 * @throws ImportFault IMPORT_ENTITIES, IMPORT_UNREADABLE, IMPORT_RECORD_TOO_LONG
 */
export async function* partEvents(workbook: Workbook, name: string, listener: PartListener): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    throw new ImportFault('IMPORT_UNREADABLE', { format: 'XLSX', problem: `${name}: ${error.message}` });
  });
  parser.on('doctype', () => {
    throw new ImportFault('IMPORT_ENTITIES');
  });
  let [depth, since] = [0, 0];
  parser.on('opentag', (tag) => {
    [depth, since] = [depth + 1, 0];
    if (depth > deepest) throw new ImportFault('IMPORT_UNREADABLE', { format: 'XLSX', problem: { en: `${name}: elements nest deeper than ${deepest}`, 'zh-CN': `${name}：元素嵌套超过 ${deepest} 层` } });
    listener.opened?.(localName(tag.name), tag.attributes);
  });
  parser.on('text', (text) => listener.text?.(text));
  parser.on('closetag', (tag) => {
    [depth, since] = [depth - 1, 0];
    listener.closed?.(localName(tag.name));
  });
  for await (const text of decoded(workbook.part(name), 'utf-8')) {
    since += text.length;
    parser.write(text);
    // The parser holds what stands between two tags, or within one, until it ends.
    if (since > recordLimit + text.length) throw new ImportFault('IMPORT_RECORD_TOO_LONG', { row: 0, limit: recordLimit });
    yield;
  }
  parser.close();
  yield;
}

/** Reads one part of a workbook to its end. @throws as partEvents */
export async function readPart(workbook: Workbook, name: string, listener: PartListener): Promise<void> {
  const events = partEvents(workbook, name, listener);
  while (!(await events.next()).done);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
