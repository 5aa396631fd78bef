import type { Label } from './paper/label.js';
import type { Reading } from './paper/reading.js';
import type { Sheet } from './paper/sheet.js';
import type { Standing } from './paper/standing.js';

/** What a document is made from. */
interface Source {
  /** As its address has it: /documents/<name>/<id>. */
  readonly name: string;
  /** The field of Query that gives the row, by its id. */
  readonly root: string;
  /** What is asked of the row: all that may stand on the paper, for those who may see it. */
  readonly selection: string;
}

/** A kind of document that is filed on A4. */
export interface FormKind extends Source {
  readonly title: string;
  readonly subtitle: string;
  /** Its number (编号). */
  readonly number: (told: Reading) => Reading;
  /** The day that it is of: by it the file is dated, and not by when it was printed. */
  readonly dated: (told: Reading) => readonly Reading[];
  /** In one line what it is about and what it says: what whoever checks the code on the paper compares. */
  readonly says: (told: Reading, words: Sheet['word']) => readonly string[];
  /** Its state and version when it was made, told beside that by the code, and what is marked on the paper. */
  readonly stands: (told: Reading, words: Sheet['word']) => Standing;
  readonly draw: (told: Reading, sheet: Sheet) => void;
}

/** A kind of label that is stuck onto something. */
export interface LabelKind extends Source {
  readonly title: string;
  /** The labels of one row. */
  readonly labels: (told: Reading, origin: string) => readonly Label[];
}

export type DocumentKind = FormKind | LabelKind;

export function isLabelKind(kind: DocumentKind): kind is LabelKind {
  return 'labels' in kind;
}
