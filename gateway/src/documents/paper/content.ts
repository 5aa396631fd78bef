/** What stands on paper, as pdfmake takes it: the part of its language that the papers use. Its own types would bring those of browsers into the whole house. */
export type Content = string | Node | readonly Content[];

export interface Node {
  readonly text?: Content;
  readonly stack?: readonly Content[];
  readonly columns?: readonly Content[];
  readonly table?: Table;
  readonly canvas?: readonly Shape[];
  readonly layout?: TableLayout;
  readonly unbreakable?: boolean;
  readonly pageBreak?: 'before';
  readonly absolutePosition?: { readonly x: number; readonly y: number };
  readonly width?: Width;
  /** Left, top, right, bottom. */
  readonly margin?: Margin;
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly fillColor?: string;
  readonly alignment?: 'left' | 'center' | 'right';
  readonly lineHeight?: number;
  readonly wordBreak?: 'break-all';
  readonly colSpan?: number;
  /** Of headings. */
  readonly headlineLevel?: 1;
}

/** In points, or a share of what is left, or as wide as what stands in it. */
export type Width = number | '*' | 'auto';

export type Margin = readonly [number, number, number, number];

export interface Table {
  readonly widths: readonly Width[];
  readonly body: readonly (readonly Content[])[];
  readonly headerRows?: number;
  readonly keepWithHeaderRows?: number;
  readonly dontBreakRows?: boolean;
}

export type TableLayout = Readonly<Record<'hLineWidth' | 'vLineWidth' | 'paddingLeft' | 'paddingRight' | 'paddingTop' | 'paddingBottom', () => number> & Record<'hLineColor' | 'vLineColor', () => string>>;

export type Shape =
  | { readonly type: 'rect'; readonly x: number; readonly y: number; readonly w: number; readonly h: number; readonly lineWidth: number; readonly color: string }
  | { readonly type: 'line'; readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number; readonly lineWidth: number; readonly lineColor: string };

/** The pages of a document. */
export interface Pages {
  readonly pageSize: 'A4' | { readonly width: number; readonly height: number };
  readonly pageMargins: number | Margin;
  readonly content: readonly Content[];
  readonly header?: () => Content;
  readonly footer?: (page: number, pages: number) => Content;
  /** Whether something begins on the next page; asked anew after each that does. */
  readonly pageBreakBefore?: (placed: { readonly headlineLevel?: number; readonly startPosition: { readonly verticalRatio: number } }) => boolean;
}

/** A document, with what is said of the file. */
export interface Definition extends Pages {
  readonly version: '1.7';
  readonly subset: 'PDF/A-3b';
  readonly language: string;
  readonly displayTitle: boolean;
  readonly info: Readonly<Record<string, string | Date>>;
  readonly defaultStyle: Node & { readonly font: string };
  readonly files?: Readonly<Record<string, { readonly src: string; readonly name: string; readonly type: string; readonly relationship: string; readonly creationDate: Date; readonly modifiedDate: Date }>>;
}
