/** NUL, or half of a surrogate pair: what neither UTF-8 nor PostgreSQL keeps. */
const unstorable = /\0|\p{Surrogate}/u;

/** Whether a text can be kept as it is. */
export function isStorable(text: string): boolean {
  return !unstorable.test(text);
}
