const widespread: ReadonlySet<string> = new Set(['REGIONAL', 'COMMON']);

/** Whether an assessment holds the hazard to be regional or common, perhaps (5.1.2 c). */
export function isWidespread({ spread }: { readonly spread: string }): boolean {
  return widespread.has(spread);
}
