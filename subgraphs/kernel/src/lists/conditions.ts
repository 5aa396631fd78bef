/** Part of a text, letter case ignored, as a Prisma condition; `%` and `_` mean themselves. */
export function containing(part: string): { readonly contains: string; readonly mode: 'insensitive' } {
  return { contains: part.replaceAll(/[\\%_]/g, String.raw`\$&`), mode: 'insensitive' };
}
