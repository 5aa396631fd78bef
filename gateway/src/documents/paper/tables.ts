import type { Content, Node, TableLayout, Width } from './content.js';
import { ink } from './look.js';

/** Rows with more text than this may be parted by the end of a page; shorter ones stay whole. */
const longRow = 400;
/** Letters and digits that stand together: where there are more, lines break anywhere, for no cell takes them. */
const longWord = /[!-~]{18,}/;
/** Of a whole line of the page. */
const longLine = /[!-~]{80,}/;

/** A column of a table, with its name in both languages. */
export interface Column {
  readonly zh: string;
  readonly en: string;
  readonly width: Width;
}

const ruled: TableLayout = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  hLineColor: () => ink.line,
  vLineColor: () => ink.line,
  paddingLeft: () => 4,
  paddingRight: () => 4,
  paddingTop: () => 3,
  paddingBottom: () => 3,
};

/** A table of a form: ruled, without a head. */
export function formTable(widths: readonly Width[], rows: readonly (readonly Content[])[], whole = false): Node {
  return { layout: ruled, unbreakable: whole, table: { widths, body: rows, dontBreakRows: areShort(rows) } };
}

/** A table with a head, which is repeated on each page. */
export function headTable(columns: readonly Column[], rows: readonly (readonly Content[])[]): Node {
  const head = columns.map(({ zh, en }): Node => ({ stack: [{ text: zh, bold: true }, { text: en, fontSize: 6, color: ink.faint }], alignment: 'center', fillColor: ink.label }));
  const body = [head, ...(rows.length > 0 ? rows : [emptyRow(columns.length)])];
  return { layout: ruled, fontSize: 8, table: { headerRows: 1, keepWithHeaderRows: 1, widths: columns.map(({ width }) => width), body, dontBreakRows: areShort(body) } };
}

/** Text that a cell can take, or a whole line of the page. */
export function wrapped(text: string, wide = false): { readonly text: string; readonly wordBreak?: 'break-all' } {
  return (wide ? longLine : longWord).test(text) ? { text, wordBreak: 'break-all' } : { text };
}

function emptyRow(columns: number): Content[] {
  return [{ text: '（无）', alignment: 'center', color: ink.faint, colSpan: columns }, ...Array.from({ length: columns - 1 }, () => ({}))];
}

function areShort(rows: readonly (readonly Content[])[]): boolean {
  return rows.every((row) => JSON.stringify(row).length < longRow * Math.max(row.length, 2));
}
