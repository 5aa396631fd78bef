/** The limits of exports; gateway/docs/exporting.md explains each. */
export const exportSettings = {
  /** Rows of one file. */
  EXPORT_ROWS: { standard: 1_000_000, least: 1 },
  /** Seconds that a file may take at one go. */
  EXPORT_TIME_S: { standard: 3_600, least: 1 },
  /** Files that one party may fetch at the same time. */
  EXPORTS_PER_PARTY: { standard: 2, least: 1 },
  /** Hours that it is known how far an export came. */
  EXPORT_KEEP_HOURS: { standard: 24, least: 1 },
} as const;

export type ExportSettings = Readonly<Record<keyof typeof exportSettings, number>>;

/** The limits where nothing is set. */
export const standardExports: ExportSettings = Object.fromEntries(Object.entries(exportSettings).map(([name, { standard }]) => [name, standard])) as ExportSettings;
