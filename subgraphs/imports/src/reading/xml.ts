import { SaxesParser } from 'saxes';
import { ImportFault } from '../import-fault.js';
import { deepest, recordLimit } from './record-limit.js';
import type { SourceRow } from './source-row.js';

interface Open {
  readonly name: string;
  readonly members: Record<string, unknown>;
  text: string;
}

/**
 * Reads the records of an XML document: every element of one name. An attribute is a member with @ before its name, an element
 * within that comes more than once a list.
 * @throws ImportFault IMPORT_ENTITIES, IMPORT_UNREADABLE, IMPORT_TRUNCATED, IMPORT_RECORD_TOO_LONG
 */
export async function* readXml(text: AsyncIterable<string>, recordName: string): AsyncGenerator<SourceRow> {
  const open: Open[] = [];
  let read: SourceRow[] = [];
  let row = 0;
  let since = 0;
  let depth = 0;
  const parser = new SaxesParser({ xmlns: false, position: true });
  parser.on('error', (error) => {
    const truncated = /unclosed tag|unexpected end|document must contain a root/i.test(error.message);
    throw new ImportFault(truncated ? 'IMPORT_TRUNCATED' : 'IMPORT_UNREADABLE', { format: 'XML', problem: error.message });
  });
  parser.on('doctype', () => {
    throw new ImportFault('IMPORT_ENTITIES');
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > deepest) throw new ImportFault('IMPORT_UNREADABLE', { format: 'XML', problem: { en: `elements nest deeper than ${deepest}`, 'zh-CN': `元素嵌套超过 ${deepest} 层` } });
    if (open.length === 0 && name !== recordName) return;
    open.push({ name, members: Object.fromEntries(Object.entries(attributes as Record<string, string>).map(([key, value]) => [`@${key}`, value])), text: '' });
  });
  const addText = (part: string) => {
    const inner = open.at(-1);
    if (inner) inner.text += part;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    depth -= 1;
    const closed = open.pop();
    if (!closed) return;
    const parent = open.at(-1);
    if (parent) return add(parent.members, closed.name, valueOf(closed));
    row += 1;
    since = 0;
    const cells = valueOf(closed);
    const named = typeof cells === 'string' ? { '#text': cells } : cells;
    read.push({ row, cells: named, content: JSON.stringify(named) });
  });
  for await (const chunk of text) {
    since += chunk.length;
    parser.write(chunk);
    if (since > recordLimit + chunk.length) throw new ImportFault('IMPORT_RECORD_TOO_LONG', { row, limit: recordLimit });
    yield* read;
    read = [];
  }
  parser.close();
}

function valueOf({ members, text }: Open): string | Record<string, unknown> {
  if (Object.keys(members).length === 0) return text.trim();
  return text.trim() === '' ? members : { ...members, '#text': text.trim() };
}

function add(members: Record<string, unknown>, name: string, value: unknown): void {
  const before = Object.hasOwn(members, name) ? members[name] : undefined;
  if (Array.isArray(before)) before.push(value);
  else members[name] = before === undefined ? value : [before, value];
}
