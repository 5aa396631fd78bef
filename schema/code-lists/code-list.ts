/** A code of a code list (代码) for a time of validity, as a version of the list has it. */
export interface CodeEntry {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** First day, YYYY-MM-DD; null where it was always valid, or nobody knows since when. */
  readonly validFrom: string | null;
  /** The day from which on it is not valid any more. */
  readonly validTo: string | null;
  readonly parentCode: string | null;
  readonly successorCodes: readonly string[];
  readonly properties: readonly CodeProperty[];
}

/** What a list tells of a code besides its names. */
export interface CodeProperty {
  readonly name: string;
  readonly values: readonly string[];
}

/** A code list (代码表) as one version has it: what is hashed and signed. */
export interface CodeListContent {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly codes: readonly CodeEntry[];
}

/** A code with nothing but what is told of it. */
export function codeEntry(told: Pick<CodeEntry, 'code' | 'zh' | 'en'> & Partial<CodeEntry>): CodeEntry {
  return { validFrom: null, validTo: null, parentCode: null, successorCodes: [], properties: [], ...told };
}
