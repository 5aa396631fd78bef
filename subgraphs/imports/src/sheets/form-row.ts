/** A row of an act's sheet, by the paths of its columns. */
export interface FormRow {
  /** As the spreadsheet counts it. */
  readonly row: number;
  /** Trimmed; nothing stands for columns that the sheet lacks. */
  readonly cells: ReadonlyMap<string, string>;
  /** All its cells by their headings, also those that are only there to be read. */
  readonly written: Readonly<Record<string, string>>;
}
