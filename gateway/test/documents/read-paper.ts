import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import decodeQR from 'qr/decode.js';

/** A PDF as another program reads it. */
export interface ReadPaper {
  /** The text of each page, without its spaces: how wide a gap is has no meaning. */
  readonly pages: readonly string[];
  /** Width and height of each page, in millimetres. */
  readonly sizes: readonly (readonly [number, number])[];
  readonly attached: Readonly<Record<string, string>>;
  /** What the code on a page says, found in the page as it is drawn. */
  readonly codeOn: (page: number) => Promise<string>;
}

/** What pdf.js draws on outside a browser. */
interface CanvasFactory {
  create(width: number, height: number): { readonly canvas: never; readonly context: { getImageData(x: number, y: number, width: number, height: number): { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray } } };
}

/** Reads a PDF: text, sizes, what is attached, and the codes on the pages as a camera would. */
export async function readPaper(file: Uint8Array): Promise<ReadPaper> {
  const paper = await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise;
  const numbers = Array.from({ length: paper.numPages }, (_, n) => n + 1);
  const read = await Promise.all(
    numbers.map(async (number) => {
      const page = await paper.getPage(number);
      const { items } = await page.getTextContent();
      const { width, height } = page.getViewport({ scale: 25.4 / 72 });
      return { text: items.map((item) => ('str' in item ? item.str : '')).join('').replaceAll(/\s/g, ''), size: [Math.round(width), Math.round(height)] as const };
    }),
  );
  const attached = ((await paper.getAttachments()) ?? {}) as Record<string, { filename: string; content: Uint8Array }>;
  return {
    pages: read.map(({ text }) => text),
    sizes: read.map(({ size }) => size),
    attached: Object.fromEntries(Object.values(attached).map(({ filename, content }) => [filename, Buffer.from(content).toString()])),
    async codeOn(number) {
      const page = await paper.getPage(number);
      const viewport = page.getViewport({ scale: 300 / 72 });
      const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
      const { canvas, context } = (paper.canvasFactory as CanvasFactory).create(width, height);
      await page.render({ canvas, canvasContext: context as never, viewport }).promise;
      return decodeQR(context.getImageData(0, 0, width, height));
    },
  };
}
