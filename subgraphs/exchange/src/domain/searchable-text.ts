/** Characters of a text that is looked for, at most. */
export const longestSearch = 200;

/** Whether a text has something to look for, and is not too long. */
export function searchableText(text: string): boolean {
  return text.length <= longestSearch && /[\p{L}\p{N}]/u.test(text);
}
