import type { AccessRecordState } from '../generated/graphql.js';

/** Who buys blind, and who works for them (5.2.2). */
const blindReaders: ReadonlySet<string> = new Set(['REGULATOR', 'MONITORING_CENTER', 'LAB']);
/** Who cannot be tipped off: they are in it themselves, or stand outside. */
const confidants: ReadonlySet<string> = new Set(['REGULATOR', 'MONITORING_CENTER', 'LAB', 'DEPARTMENT']);

export interface Reading {
  /** The party that read, and its kind. */
  readonly reader: string;
  readonly readerKind: string;
  /** The party whose rows they are, '' for nobody's, and its kind where it is known. */
  readonly holder: string;
  readonly holderKind: string | undefined;
}

/**
 * The state in which a record of a read begins: hidden where a platform, a shop, an enterprise, or somebody of whom nothing is known, would learn from it that
 * somebody looks at its goods. What the embargo is then, is decided when it is looked at.
 */
export function firstShown({ reader, readerKind, holder, holderKind }: Reading): AccessRecordState {
  if (holder === reader) return 'OWN';
  return holder !== '' && blindReaders.has(readerKind) && !confidants.has(holderKind ?? '') ? 'EMBARGOED' : 'SHOWN';
}
