import type { Bilingual } from '../errors/bilingual.js';
import type { Locale } from '../errors/locale.js';

/** What a check of a schema looks at. */
export type FindingKind =
  /** The text is no schema of a subgraph. */
  | 'UNREADABLE'
  /** The subgraphs do not compose. */
  | 'COMPOSITION'
  /** They compose, and terms of sharing are lost on the way into the supergraph. */
  | 'TERMS_LOST'
  /** A rule of the contract is broken. */
  | 'LINT'
  /** What clients ask today would be refused. */
  | 'BREAKING'
  /** What clients ask today may be answered in a way that they do not know. */
  | 'DANGEROUS'
  /** Somebody reads, or may do, less than before (5.4.3 a). */
  | 'NARROWED'
  /** Somebody reads, or may do, more than before. */
  | 'WIDENED'
  /** The terms say something else that opens and closes nothing, such as another legal ground. */
  | 'REWORDED'
  /** A code list would have a code more. */
  | 'CODE_ADDED'
  /** A code of a code list would end. */
  | 'CODE_ENDED'
  /** A code of a code list would come to say something else. */
  | 'CODE_CHANGED';

/** What an error keeps from being published, a warning does not. */
export type FindingSeverity = 'ERROR' | 'WARNING';

/** One thing that a check found. */
export interface SchemaFinding {
  readonly kind: FindingKind;
  readonly severity: FindingSeverity;
  /** The rule, or the code of composition or of the change. */
  readonly code: string;
  /** The subgraphs that it is about; of a conflict all that take part. */
  readonly owners: readonly string[];
  /** Schema coordinate, where there is one. */
  readonly coordinate: string | null;
  /** Line in the text of the first owner, counted from 1, where it is known. */
  readonly line: number | null;
  /** What is wrong, or what changes, and what to do; in English. */
  readonly message: string;
  /** Why an error was let pass: by which approval or exception; in English. */
  readonly letPass: string | null;
  /** Both in Chinese. */
  readonly chinese: { readonly message: string; readonly letPass: string | null };
}

/** A finding without what is mostly absent. */
export function finding({ message, ...given }: Pick<SchemaFinding, 'kind' | 'code' | 'owners'> & { readonly message: Bilingual } & Partial<Omit<SchemaFinding, 'message' | 'chinese' | 'letPass'>>): SchemaFinding {
  return { severity: 'ERROR', coordinate: null, line: null, letPass: null, ...given, message: message.en, chinese: { message: message['zh-CN'], letPass: null } };
}

/** A finding of which something more is said. */
export function saidMore(found: SchemaFinding, more: Bilingual): SchemaFinding {
  return { ...found, message: `${found.message} ${more.en}`, chinese: { ...found.chinese, message: `${found.chinese.message}${more['zh-CN']}` } };
}

/** An error that was let pass. @param why by which approval or exception */
export function passed(found: SchemaFinding, why: Bilingual): SchemaFinding {
  return { ...found, severity: 'WARNING', letPass: why.en, chinese: { ...found.chinese, letPass: why['zh-CN'] } };
}

/** An error that was let pass, as it was before. */
export function notPassed(found: SchemaFinding): SchemaFinding {
  return { ...found, severity: 'ERROR', letPass: null, chinese: { ...found.chinese, letPass: null } };
}

/** A finding as it was kept, in a language; what was found before findings were written in Chinese is English in either. */
export function findingIn({ chinese, ...found }: Omit<SchemaFinding, 'chinese'> & Partial<Pick<SchemaFinding, 'chinese'>>, locale: Locale): Omit<SchemaFinding, 'chinese'> {
  return locale === 'zh-CN' && chinese ? { ...found, ...chinese } : found;
}
