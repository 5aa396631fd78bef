/** A table with a partition in the archive (归档, 5.4.4), which a migration has made by `kernel.keep_archive`. */
export interface ArchivedTable {
  readonly name: string;
  /** Which of its rows go there, in SQL; `$1` is the time before which their cycle is to have closed. */
  readonly rows: string;
}
