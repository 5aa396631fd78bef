import type { Stamps } from '@hub/schema/policy/decision/stamps.js';

/** A record as its owner tells the exchange's search of it (检索, 5.4.4): what may be looked for in it, and who may see what of it. */
export interface SearchedRow {
  readonly id: string;
  readonly stamps: Stamps;
  /** A calendar day by which records are ordered; one that whoever may see the row may read, or null. */
  readonly day: string | null;
  /** By coordinate, such as `Sample.productName`. */
  readonly values: Readonly<Record<string, readonly string[]>>;
}

/** Which rows of a type: these, or the next ones by id. */
export type SearchedSelection = { readonly ids: readonly string[] } | { readonly after: string; readonly limit: number };

/** What an owner answers. */
export interface SearchedRows {
  readonly rows: readonly SearchedRow[];
  /** Rows that its lists do not show any more. */
  readonly gone: readonly string[];
}

/** How an owner reads the rows of a type for the search, all holders' alike. */
export type ReadSearchedRows<Database> = (database: Database, selection: SearchedSelection) => Promise<SearchedRows>;
