/** A text of so many characters at the most (UTF-16, as the hub counts them), an ellipsis for what is cut off; never cut within a pair of surrogates, whose half no database keeps. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = limit - 1;
  const parts = (text.codePointAt(end - 1) ?? 0) > 0xffff;
  return `${text.slice(0, parts ? end - 1 : end)}…`;
}
