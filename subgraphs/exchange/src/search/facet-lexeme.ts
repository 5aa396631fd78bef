/** Characters of a value by which hits are counted. */
const longest = 100;

export const facetValue = (value: string): string => value.slice(0, longest);

/** By what a value of a field is found that hits are narrowed to. */
export const facetLexeme = (code: string, value: string): string => `=${code}:${facetValue(value)}`;
