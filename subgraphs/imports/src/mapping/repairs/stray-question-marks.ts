/**
 * Repairs the "?" that stands where a character was lost at the source: an apostrophe within a word ("BJ?s"), otherwise a
 * space ("Due?to", "hazard.?Additionally"). Addresses keep theirs; a real question ends a word and stays.
 */
export function repairStrayQuestionMarks(text: string): string {
  if (!text.includes('?')) return text;
  return text
    .split(/(\s+)/)
    .map((word) =>
      /:\/\/|^www\.|\?\w+=/.test(word)
        ? word
        : word
            .replaceAll(/(?<=\p{L})\?(?=(?:s|t|re|ve|ll|d|m)\b)/gu, '’')
            .replaceAll(/(?<=[^\s?])\?(?=[\p{L}\p{N}])/gu, ' ')
            .replaceAll(/^\?(?=\p{L})/gu, ''),
    )
    .join('');
}
