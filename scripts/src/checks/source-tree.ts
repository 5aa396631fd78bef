/** The files of the project as a check sees them: what git tracks and what it would add, nothing generated or installed. */
export interface SourceTree {
  /** Paths from the root with `/` between folders. */
  readonly files: readonly string[];
  /** The text of one of these files. */
  readonly read: (file: string) => string;
}
