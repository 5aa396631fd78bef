/** What a character that the font lacks is told by: its code point, as 〔U+20BB7〕. */
const codePoint = (character: string) => `〔U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? ''}〕`;

/** Characters that show nothing of their own, and can only hide or reorder what stands beside them. */
const unseen = /[\p{Cc}\p{Cs}\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu;

/**
 * What can be read on paper: a character that the font lacks is written as its code point, for an empty box could be any. Lines stay; other characters of control go.
 * @returns how many were written so
 */
export function legible<Node>(content: Node, has: (codePoint: number) => boolean): { readonly content: Node; readonly written: number } {
  let written = 0;
  const read = (text: string) =>
    [...text.replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ').replaceAll(unseen, (character) => (character === '\n' ? character : ''))]
      .map((character) => {
        if (character === '\n' || has(character.codePointAt(0) ?? 0)) return character;
        written += 1;
        return codePoint(character);
      })
      .join('');
  const walk = (node: unknown): unknown => {
    if (typeof node === 'string') return read(node);
    if (Array.isArray(node)) return node.map(walk);
    if (node === null || typeof node !== 'object') return node;
    return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, readable.has(name) ? walk(value) : value]));
  };
  return { content: walk(content) as Node, written };
}

/** The parts of a definition in which text for readers stands. */
const readable = new Set(['text', 'stack', 'columns', 'table', 'body', 'ul', 'ol']);
