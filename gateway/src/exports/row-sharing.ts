import type { MergedNotes, PositionedNote } from '../answer/sharing-notes.js';
import { valueAt } from './cell-of.js';
import type { ExportRow } from './export-page.js';

/** Why values of a row are empty or not as they are: by column, the code of the refusal or the name of the mask. */
export interface RowSharing {
  readonly refused: Readonly<Record<string, string>>;
  readonly masked: Readonly<Record<string, string>>;
}

/**
 * Makes what tells, row by row, why values are withheld, from what was told of the page they stand on. A page is told by coordinate and not by row, so a value that is empty is
 * named where any of its column on the page was refused.
 */
export function rowSharing(list: string, notes: MergedNotes | undefined): (row: ExportRow) => RowSharing | undefined {
  const below = ({ path }: PositionedNote) => (path[0] === list && path[1] === 'nodes' ? path.slice(2) : []);
  const refused = (notes?.refused ?? []).map((note) => ({ path: below(note), why: note.code ?? 'SHARING_REFUSED' }));
  const masked = (notes?.masked ?? []).map((note) => ({ path: below(note), why: note.mask ?? 'MASKED' }));
  return (row) => {
    const told = {
      refused: named(refused.filter(({ path }) => path.length > 0 && isEmpty(valueAt(row, path)))),
      masked: named(masked.filter(({ path, why }) => path.length > 0 && (why === 'NULL' || !isEmpty(valueAt(row, path))))),
    };
    return Object.keys(told.refused).length + Object.keys(told.masked).length > 0 ? told : undefined;
  };
}

/** In one cell: `buyerName SHARING_NOT_IN_AUDIENCE; merchantName masked INITIAL`. */
export function sharingInWords(told: RowSharing | undefined): string | null {
  if (!told) return null;
  return [...Object.entries(told.refused).map(([column, code]) => `${column} ${code}`), ...Object.entries(told.masked).map(([column, mask]) => `${column} masked ${mask}`)].join('; ');
}

function named(notes: readonly { readonly path: readonly string[]; readonly why: string }[]): Record<string, string> {
  return Object.fromEntries(notes.map(({ path, why }) => [path.join('.'), why]));
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.some(isEmpty));
}
