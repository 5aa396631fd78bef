import type { Content, Node, Pages } from './content.js';
import type { Label } from './label.js';
import { ink, mm } from './look.js';
import { qrCode } from './qr-code.js';

/** On what labels are printed: a roll of labels, one a page, or sheets of A4 with three by eight. */
export type LabelPaper = 'label' | 'a4';

interface Format {
  readonly page: { readonly width: number; readonly height: number };
  readonly label: { readonly width: number; readonly height: number };
  readonly across: number;
  readonly down: number;
  /** From the top of the page to the first label. */
  readonly top: number;
}

const formats: Readonly<Record<LabelPaper, Format>> = {
  label: { page: { width: mm(60), height: mm(40) }, label: { width: mm(60), height: mm(40) }, across: 1, down: 1, top: 0 },
  a4: { page: { width: mm(210), height: mm(297) }, label: { width: mm(70), height: mm(37) }, across: 3, down: 8, top: mm(0.5) },
};

const inset = mm(3);
const code = mm(21);
const lineSize = 8.5;

/** Pages of labels, each at its place. */
export function labelPages(labels: readonly Label[], paper: LabelPaper): Pages {
  const { page, label, across, down, top } = formats[paper];
  const content = labels.flatMap((each, n): Content[] => {
    const place = n % (across * down);
    const [x, y] = [(place % across) * label.width, top + Math.floor(place / across) * label.height];
    const next: Content[] = place === 0 && n > 0 ? [{ text: '', pageBreak: 'before' }] : [];
    return [...next, ...drawn(each, x, y, label)];
  });
  return { pageSize: page, pageMargins: 0, content };
}

function drawn({ heading, badge, lines, code: says }: Label, x: number, y: number, { width, height }: Format['label']): Content[] {
  const room = width - 2 * inset - code - mm(2);
  const right = x + width - inset - code;
  const head = sized(heading, room);
  return [
    { ...within(room, { text: fitted(heading, room, head), fontSize: head, bold: true }), absolutePosition: { x: x + inset, y: y + inset } },
    { ...within(room, { stack: lines.filter(([, value]) => value !== '').map(([name, value]) => lineOf(name, value, room)) }), absolutePosition: { x: x + inset, y: y + inset + 20 } },
    { ...qrCode(says, code, 'medium'), absolutePosition: { x: right, y: y + inset } },
    ...(badge === undefined ? [] : [{ ...within(code, { text: badge, bold: true, fontSize: 11, alignment: 'center' }), absolutePosition: { x: right, y: y + Math.min(inset + code + 2, height - inset - 11) } }]),
  ];
}

function lineOf(name: string, value: string, room: number): Content {
  return { text: [{ text: `${name} `, color: ink.faint }, fitted(value, 2 * room - 4 * lineSize, lineSize)], fontSize: lineSize, margin: [0, 0, 0, 2] };
}

function within(width: number, inside: Node): Node {
  return { columns: [{ width, ...inside }] };
}

/** As large as it may be to stand in one line. */
function sized(text: string, room: number): number {
  return Math.max(8, Math.min(13, room / ems(text)));
}

/** Cut to the room that it has: what a label says in full stands on the form that its code leads to. */
function fitted(text: string, room: number, size: number): string {
  let kept = text;
  while (kept !== '' && ems(kept === text ? kept : `${kept}…`) * size > room) kept = [...kept].slice(0, -1).join('');
  return kept === text ? text : `${kept}…`;
}

/** Width in ems, a little more than it is. */
function ems(text: string): number {
  return [...text].reduce((width, character) => width + ((character.codePointAt(0) ?? 0) < 0x2e80 ? 0.62 : 1), 0.1);
}
