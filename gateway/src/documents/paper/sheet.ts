import type { Content, Node } from './content.js';
import { dayAndTime } from './day-and-time.js';
import { ink, small } from './look.js';
import type { Reading } from './reading.js';
import { formTable, headTable, wrapped, type Column } from './tables.js';

/** One thing that a form states, in both languages. */
export interface Fact {
  readonly zh: string;
  readonly en: string;
  readonly told: Reading;
  readonly show?: (reading: Reading) => string;
  /** Whether it takes a line of its own. */
  readonly wide?: boolean;
  /** Whether it is what the document is about. */
  readonly strong?: boolean;
}

/** Words of the contract for coded values: by enumeration and value, in Chinese. */
export type Words = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The body of a document as its kind fills it. */
export class Sheet {
  readonly content: Content[] = [];
  readonly #words: Words;

  constructor(words: Words) {
    this.#words = words;
  }

  /** What the contract calls a coded value; the code itself where it has no word. */
  readonly word = (enumeration: string, value: string): string => this.#words[enumeration]?.[value] ?? value;

  /** How a coded value is shown. */
  readonly coded = (enumeration: string) => (reading: Reading): string => this.word(enumeration, reading.text);

  /** What stands in a place of the paper. What the terms withhold is a marked blank, what they mask bears a mark, and what there is not is a dash. */
  cell(label: string, reading: Reading, show: (reading: Reading) => string = ({ text }) => text): Node {
    const { refusal, mask } = reading;
    if (refusal) return { text: `〔不予提供 · 注${reading.noted(label, refusal)}〕`, color: ink.withheld, fillColor: ink.blank, fontSize: small };
    if (!reading.isGiven) return { text: mask ? `〔已脱敏 · 注${reading.noted(label, mask)}〕` : '—', color: ink.faint };
    const text = show(reading);
    return mask ? { text: [wrapped(text), { text: ` 〔脱敏 · 注${reading.noted(label, mask)}〕`, color: ink.withheld, fontSize: small }] } : wrapped(text);
  }

  section(zh: string, en: string): void {
    this.content.push({ text: [{ text: zh, bold: true }, { text: `  ${en}`, color: ink.faint, fontSize: small }], fontSize: 10.5, margin: [0, 12, 0, 4], headlineLevel: 1 });
  }

  /** Names and what stands for them, two in a line. */
  facts(facts: readonly Fact[]): void {
    const rows: Content[][] = [];
    let open: Fact | undefined;
    const name = ({ zh, en }: Fact): Node => ({ stack: [{ text: zh }, { text: en, fontSize: 6.5, color: ink.faint }], fillColor: ink.label });
    const value = ({ zh, told, show, strong }: Fact): Node => ({ ...this.cell(zh, told, show), ...(strong && { bold: true, fontSize: 11 }) });
    const alone = (fact: Fact) => rows.push([name(fact), { ...value(fact), colSpan: 3 }, {}, {}]);
    for (const fact of facts) {
      if (fact.wide) {
        if (open) alone(open);
        open = undefined;
        alone(fact);
      } else if (open) {
        rows.push([name(open), value(open), name(fact), value(fact)]);
        open = undefined;
      } else open = fact;
    }
    if (open) alone(open);
    this.content.push(formTable([78, '*', 78, '*'], rows));
  }

  /** A table whose head stands on each of its pages. */
  table(columns: readonly Column[], rows: readonly (readonly Content[])[]): void {
    this.content.push(headTable(columns, rows));
  }

  paragraph(text: string): void {
    this.content.push({ ...wrapped(text, true), margin: [0, 4, 0, 4], lineHeight: 1.35 });
  }

  /** Text of somebody's, in a frame of its own. */
  framed(label: string, reading: Reading): void {
    this.content.push(formTable(['*'], [[{ ...this.cell(label, reading), lineHeight: 1.35, margin: [4, 4, 4, 4] }]]));
  }

  /** Who answers for the document, each with room to sign on paper, and the place of the seal. */
  signatures(persons: readonly (readonly [zh: string, en: string, told: Reading | undefined, at?: Reading])[], seal: string): void {
    const cell = ([zh, en, told, at]: (typeof persons)[number]): Node => ({
      stack: [
        { text: [{ text: zh }, { text: `  ${en}`, fontSize: 6.5, color: ink.faint }] },
        { ...(told ? this.cell(zh, told) : { text: ' ' }), margin: [0, 5, 0, 5] },
        { text: at?.isGiven ? dayAndTime(at.text) : '      年     月     日', fontSize: small, color: at?.isGiven ? ink.text : ink.faint },
      ],
    });
    const place: Node = { stack: [{ text: `（${seal}）`, color: ink.faint, alignment: 'center', margin: [0, 20, 0, 20] }] };
    this.content.push({ ...formTable([...persons.map(() => '*' as const), 116], [[...persons.map(cell), place]], true), margin: [0, 12, 0, 0] });
  }
}
