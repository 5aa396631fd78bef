import { openSync } from 'fontkit';
import pdfmake from 'pdfmake';
import { isLabelKind } from '../document-kind.js';
import { documentKinds } from '../document-kinds.js';
import type { Content, Definition, Pages } from '../paper/content.js';
import { filedPages } from '../paper/filed-pages.js';
import { family, fontFiles } from '../paper/fonts.js';
import { labelPages } from '../paper/label-pages.js';
import { legible } from '../paper/legible.js';
import { body, ink, small } from '../paper/look.js';
import { Reading } from '../paper/reading.js';
import { Sheet } from '../paper/sheet.js';
import { Withheld } from '../paper/withheld.js';
import type { Printed, PrintTask } from './print-task.js';

/** More pages than a document may have. */
class TooManyPages extends Error {
  readonly pages: number;

  constructor(pages: number) {
    super(`${pages} pages`);
    this.pages = pages;
  }
}

pdfmake.setFonts({ [family]: { normal: fontFiles.normal, bold: fontFiles.bold } });
// Nothing is fetched, and no file read but the fonts.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => Object.values<string>(fontFiles).includes(path));

const characters = new Set((openSync(fontFiles.normal) as { readonly characterSet: number[] }).characterSet);
const has = (codePoint: number) => characters.has(codePoint);

/** Lays a document out. The same task gives the same bytes. */
export async function print(task: PrintTask): Promise<Printed> {
  const kind = documentKinds.get(task.kind);
  if (!kind) throw new Error(`There is no kind "${task.kind}".`);
  const withheld = new Withheld(task.notes);
  const rows = task.rows.map(([name, row]) => new Reading(row, [name], withheld));
  if (isLabelKind(kind)) {
    const labels = rows.flatMap((row) => kind.labels(row, task.origin));
    if (labels.length === 0) return { nothing: true };
    const pages = labelPages(labels, task.paper);
    return inBytes({ ...pages, content: legible(pages.content, has).content }, kind.title, task);
  }
  const [row] = rows;
  if (!row || !task.filing) throw new Error('A document that is filed has one row, and says how it is checked.');
  const sheet = new Sheet(task.words);
  kind.draw(row, sheet);
  const pages = filedPages(
    { ...task.filing, title: kind.title, subtitle: kind.subtitle },
    {
      content: sheet.content,
      withheld,
      onPages: (count) => {
        if (count > task.mostPages) throw new TooManyPages(count);
      },
      legible: (node) => legible(node, has).content,
    },
  );
  const { content, written } = legible(pages.content, has);
  return inBytes({ ...pages, content: written === 0 ? content : [...content, lacking] }, `${kind.title} ${task.filing.number}`, task);
}

const lacking: Content = {
  text: '本件以〔U+…〕写出字库所缺的字（Unicode 码位）。Characters that the font lacks are written as their code points.',
  fontSize: small,
  color: ink.faint,
  margin: [0, 6, 0, 0],
};

async function inBytes(pages: Pages, title: string, { dated, answer }: PrintTask): Promise<Printed> {
  const date = new Date(dated);
  const definition: Definition = {
    ...pages,
    // What is filed is to be readable in decades, with what it was made from inside (ISO 19005-3).
    version: '1.7',
    subset: 'PDF/A-3b',
    language: 'zh-CN',
    displayTitle: true,
    info: { title, author: '网络商品质量监测共享信息资源库', creationDate: date, modDate: date },
    defaultStyle: { font: family, fontSize: body, color: ink.text },
    ...(answer !== undefined && {
      files: { answer: { src: `data:application/json;base64,${Buffer.from(answer).toString('base64')}`, name: 'answer.json', type: 'application/json', relationship: 'Source', creationDate: date, modifiedDate: date } },
    }),
  };
  try {
    return { bytes: new Uint8Array(await pdfmake.createPdf(definition).getBuffer()) };
  } catch (error) {
    if (error instanceof TooManyPages) return { pages: error.pages };
    throw error;
  }
}
