import type { ReadMapping } from '@hub/imports/mapping/read-mapping.js';

/** What an import begins with. */
export interface Beginning {
  /** Of the source, as a file. */
  readonly path: string;
  /** Of the mapping. */
  readonly text: string;
  readonly read: ReadMapping;
  readonly given: Readonly<Record<string, string>>;
  readonly mended: boolean;
}
