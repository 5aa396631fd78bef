/** The most characters of one record; a hub keeps at most 1 MB of each (来源记录). */
export const recordLimit = 1_000_000;

/** How deep elements of XML may nest. */
export const deepest = 50;
