const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A text of others as it may go to a terminal: control characters, and those that turn the direction of writing, are told by their number. */
export function printable(text: string): string {
  return text.replace(unprintable, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/** JSON as it may go to a terminal, which says the same. */
export function printableJson(value: unknown): string {
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  // JSON has escaped what stands below a space; what is left of that are its own line ends.
  return JSON.stringify(value, null, 2).replace(unprintable, (character) => (character === '\n' ? character : character.split('').map(escaped).join('')));
}
