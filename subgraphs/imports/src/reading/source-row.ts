import type { Bilingual } from '@hub/schema/errors/bilingual.js';

/** What a record holds by name of column, member or element: texts and numbers, lists, records within. */
export type Cells = Readonly<Record<string, unknown>>;

/** One record of a source, whatever its format. */
export interface SourceRow {
  /** Where it stands, as an editor of such files counts: the line, the row of the sheet, else the how-manieth record. From 1. */
  readonly row: number;
  readonly cells: Cells;
  /** The record as received (来源记录): the line itself where it is a line of JSON, else its cells in JSON. */
  readonly content: string;
  /** Why it cannot be read, where it cannot; there are no cells then. */
  readonly problem?: Bilingual;
}
