import type { MergedNotes } from '../../answer/sharing-notes.js';
import type { LabelPaper } from '../paper/label-pages.js';
import type { Filing } from '../paper/filed-pages.js';
import type { Words } from '../paper/sheet.js';

/** What is to be printed: a kind, and the answer that it is made from. Everything else follows from these. */
export interface PrintTask {
  readonly kind: string;
  /** The rows, by their names in the answer. */
  readonly rows: readonly (readonly [name: string, row: unknown])[];
  readonly notes: MergedNotes | undefined;
  readonly words: Words;
  /** The address of the hub, as it was asked. */
  readonly origin: string;
  /** Of a document to be filed. */
  readonly filing?: Omit<Filing, 'title' | 'subtitle'>;
  /** Attached as it is. */
  readonly answer?: string;
  /** ISO 8601. */
  readonly dated: string;
  readonly paper: LabelPaper;
  readonly mostPages: number;
}

export type Printed = { readonly bytes: Uint8Array } | { readonly pages: number } | { readonly nothing: true };

export type PrintAnswer = { readonly id: number } & (Printed | { readonly failure: string });
