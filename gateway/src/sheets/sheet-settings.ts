/** The limits of sheets; gateway/docs/sheets.md explains each. */
export const sheetSettings = {
  /** Bytes of a sheet that is sent. */
  SHEET_BYTES: { standard: 5 * 1024 * 1024, least: 1024 },
  /** Rows of one sheet, sent or fetched. */
  SHEET_ROWS: { standard: 2_000, least: 1, most: 20_000 },
  /** Sheets of one party that are fetched or done at the same time. */
  SHEETS_PER_PARTY: { standard: 2, least: 1 },
} as const;

export type SheetSettings = Readonly<Record<keyof typeof sheetSettings, number>>;

/** The limits where nothing is set. */
export const standardSheets: SheetSettings = Object.fromEntries(Object.entries(sheetSettings).map(([name, { standard }]) => [name, standard])) as SheetSettings;
