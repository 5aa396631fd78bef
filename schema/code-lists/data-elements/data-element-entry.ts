/** A data element as it is listed: name, 中文, meaning, and the standard by which it is written, where there is one. */
export type DataElementEntry = readonly [name: string, zh: string, en: string, standard?: string];
