/** Says on a generated page from what it was made, and how to make it anew. */
export function generatedNote(source: string): string {
  return `<!-- Generated from ${source} by \`npm run generate:docs -w schema\`. Do not edit. -->`;
}
