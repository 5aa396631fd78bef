/** How deep JSON from outside may nest: far beyond what an input asks for, far below what costs time. */
export const deepestNesting = 250;

/** How deep a text nests, if it is JSON (RFC 8259 §2); brackets in strings do not count. */
export function nestingOf(text: string): number {
  let open = 0;
  let nesting = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') quoted = !quoted;
    else if (quoted) at += character === '\\' ? 1 : 0;
    else if (character === '{' || character === '[') nesting = Math.max(nesting, (open += 1));
    else if (character === '}' || character === ']') open -= 1;
  }
  return nesting;
}
