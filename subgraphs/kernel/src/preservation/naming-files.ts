import type { NamedFile } from '../validation/require-evidence-files.js';

/** The files that an item of an act names, and on what. */
export interface NamingFiles {
  /** Input field that names them. */
  readonly field: string;
  readonly subject: { readonly type: string; readonly id: string };
  readonly files: readonly NamedFile[];
}
